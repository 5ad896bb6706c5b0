"""`CorrectCopies`: put right who was given how many copies of what."""

from typing import Annotated
from uuid import UUID

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day
from korpu_partners.letters.interface import require_letter
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.parts import put
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.distribution import LETTER, Copies, gift_of, require_copies_left, told
from korpu_partners.publications.domain.lifecycle import OUT
from korpu_partners.publications.facts import PublicationCopiesCorrected
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.refusals.general import NoSuchEdition
from korpu_partners.publications.refusals.readiness import GivenOnWrongDay, NoSuchGift, NotEnoughCopies
from korpu_partners.publications.tables import Publication


class CorrectCopies(Corrects):
    """What is otherwise than it was written down, and how that was found; what is left out stays."""

    distribution_id: UUID
    organisation_id: UUID | None = None
    language: Language | None = None
    copies: Copies | None = None
    on: Day | None = None
    letter_id: Annotated[UUID | None, LETTER] = None
    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=OUT,
    emits=[PublicationCopiesCorrected],
    refuses=[NoSuchGift, NoSuchEdition, NotEnoughCopies, GivenOnWrongDay],
)
async def correct_copies(publication: Publication, command: CorrectCopies, uow: UnitOfWork) -> None:
    """Put right who was given how many copies of what."""
    held = gift_of(publication, command.distribution_id)
    given = command.model_dump(include={"language", "copies", "on", "letter_id"}, exclude_none=True)
    await require_letter(command.letter_id, uow)
    if command.organisation_id:
        given["organisation_id"] = await known_organisation(command.organisation_id, uow, "organisation_id")
    gift = held.model_copy(update=given)
    require_copies_left(publication, gift, uow.today)
    publication.distributions = put(publication.distributions, gift)
    known = {"distribution_id": gift.id, **told(gift), "reason": command.reason}
    await uow.emit(publication, PublicationCopiesCorrected.model_validate(known))

"""`GiveCopies`: record copies that an organisation was given."""

from typing import Annotated
from uuid import UUID, uuid4

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day
from korpu_partners.letters.interface import require_letter
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.distribution import LETTER, Copies, require_copies_left, told
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationCopiesGiven
from korpu_partners.publications.parts import Distribution
from korpu_partners.publications.refusals.general import NoSuchEdition
from korpu_partners.publications.refusals.readiness import GivenOnWrongDay, NotEnoughCopies
from korpu_partners.publications.tables import Publication


class GiveCopies(Changes):
    """Who was given how many copies of which edition, and when."""

    organisation_id: UUID
    language: Language
    copies: Copies
    on: Day
    letter_id: Annotated[UUID | None, LETTER] = None


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.PUBLISHED],
    emits=[PublicationCopiesGiven],
    refuses=[NoSuchEdition, NotEnoughCopies, GivenOnWrongDay],
)
async def give_copies(publication: Publication, command: GiveCopies, uow: UnitOfWork) -> None:
    """Record copies that an organisation was given."""
    given = command.model_dump(include={"language", "copies", "on", "letter_id"})
    await require_letter(command.letter_id, uow)
    organisation = await known_organisation(command.organisation_id, uow, "organisation_id")
    gift = Distribution(id=uuid4(), organisation_id=organisation, **given)
    require_copies_left(publication, gift, uow.today)
    publication.distributions = (*publication.distributions, gift)
    await uow.emit(publication, PublicationCopiesGiven.model_validate(told(gift)))

"""Giving copies to partners, and putting right what was written down of it."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day, whole_number
from korpu_partners.known import known_organisation, rests_on
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.freshness import edition_in
from korpu_partners.publications.lifecycle import OUT, PublicationStatus
from korpu_partners.publications.messages import (
    PublicationCopiesCorrected,
    PublicationCopiesGiven,
    PublicationCopiesTakenBack,
)
from korpu_partners.publications.parts import Distribution
from korpu_partners.publications.refusals import NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import GivenOnWrongDay, NoSuchGift, NotEnoughCopies
from korpu_partners.several import one_of, put, without

Copies = Annotated[int, Field(strict=True, ge=1, le=1_000_000), whole_number]
LETTER = Field(description="The letter that went with them.")


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
    await rests_on(uow, letter_id=command.letter_id)
    organisation = await known_organisation(command.organisation_id, uow, "organisation_id")
    gift = Distribution(id=uuid4(), organisation_id=organisation, **given)
    check_gift(publication, gift, uow.today)
    publication.distributions = (*publication.distributions, gift)
    await uow.emit(publication, PublicationCopiesGiven.model_validate(told(gift)))


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
    await rests_on(uow, letter_id=command.letter_id)
    if command.organisation_id:
        given["organisation_id"] = await known_organisation(command.organisation_id, uow, "organisation_id")
    gift = held.model_copy(update=given)
    check_gift(publication, gift, uow.today)
    publication.distributions = put(publication.distributions, gift)
    known = {"distribution_id": gift.id, **told(gift), "reason": command.reason}
    await uow.emit(publication, PublicationCopiesCorrected.model_validate(known))


class TakeBackCopies(Changes):
    """Which copies were not given after all, or came back, and why."""

    distribution_id: UUID
    reason: Reason


@publications.changes(
    who=DEPARTMENT, when=[PublicationStatus.PUBLISHED], emits=[PublicationCopiesTakenBack], refuses=[NoSuchGift]
)
async def take_back_copies(publication: Publication, command: TakeBackCopies, uow: UnitOfWork) -> None:
    """Take copies back from the list; they can be given to somebody else."""
    gift = gift_of(publication, command.distribution_id)
    publication.distributions = without(publication.distributions, gift)
    known = {"distribution_id": gift.id, **told(gift), "reason": command.reason}
    await uow.emit(publication, PublicationCopiesTakenBack.model_validate(known))


def gift_of(publication: Publication, id: UUID) -> Distribution:
    """The copies under this id."""
    return one_of(publication.distributions, id, NoSuchGift("distribution_id"))


def check_gift(publication: Publication, gift: Distribution, today: date) -> None:
    """Copies are of an edition that has so many left, and were given while it was out."""
    edition = edition_in(publication.kept_editions, gift.language)
    if not publication.published_on or not publication.published_on <= gift.on <= today:
        raise GivenOnWrongDay("on")
    others = [each for each in without(publication.distributions, gift) if each.language == gift.language]
    left = edition.copies - sum(each.copies for each in others)
    if gift.copies > left:
        raise NotEnoughCopies("copies", left=left)


def told(gift: Distribution) -> dict[str, Any]:
    """What messages say of copies."""
    return gift.model_dump(exclude={"id", "letter_id"})

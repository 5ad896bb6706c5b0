"""Giving copies to partners, until all who should have the book have got it."""

from typing import Annotated
from uuid import UUID, uuid4

from pydantic import Field

from korpu_chassis.codes import Day, whole_number
from korpu_chassis.commands import Changes
from korpu_chassis.text import Language
from korpu_chassis.work import Work
from korpu_partners.known import known_organisation, rests_on
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.freshness import edition_in
from korpu_partners.publications.lifecycle import PublicationStatus
from korpu_partners.publications.messages import PublicationCopiesGiven
from korpu_partners.publications.parts import Distribution
from korpu_partners.publications.refusals import NoSuchEdition
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import GivenOnWrongDay, NotEnoughCopies


class GiveCopies(Changes):
    """Who was given how many copies of which edition, and when."""

    organisation_id: UUID
    language: Language
    copies: Annotated[int, Field(strict=True, ge=1, le=1_000_000), whole_number]
    on: Day
    letter_id: Annotated[UUID | None, Field(description="The letter that went with them.")] = None


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.PUBLISHED],
    says=[PublicationCopiesGiven],
    refuses=[NoSuchEdition, NotEnoughCopies, GivenOnWrongDay],
)
async def give_copies(publication: Publication, command: GiveCopies, work: Work) -> None:
    """Record copies that an organisation was given."""
    edition = edition_in(publication.kept_editions, command.language)
    if not publication.published_on or not publication.published_on <= command.on <= work.today:
        raise GivenOnWrongDay("on")
    left = edition.copies - sum(each.copies for each in publication.distributions if each.language == command.language)
    if command.copies > left:
        raise NotEnoughCopies("copies", left=left)
    await rests_on(work, letter_id=command.letter_id)
    given = command.model_dump(include={"language", "copies", "on", "letter_id"})
    organisation = await known_organisation(command.organisation_id, work, "organisation_id")
    gift = Distribution(id=uuid4(), organisation_id=organisation, **given)
    publication.distributions = (*publication.distributions, gift)
    told = gift.model_dump(exclude={"id", "letter_id"})
    await work.say(publication, PublicationCopiesGiven.model_validate(told))

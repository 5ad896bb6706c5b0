"""`PublishPublication`: say that the editions which have an ISBN are out."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.publication import (
    require_council_decision,
    require_finished_editions,
    require_valid_day,
)
from korpu_partners.publications.facts import PublicationPublished
from korpu_partners.publications.refusals.general import EditionNotApproved, EditionOutdated
from korpu_partners.publications.refusals.readiness import (
    CouncilOnOlderText,
    IsbnMissing,
    PublishedBeforeCouncil,
    PublishedInTheFuture,
)
from korpu_partners.publications.tables import Publication


class PublishPublication(Changes):
    """The day on which it came out."""

    on: Day


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.IN_PRODUCTION],
    to=[PublicationStatus.PUBLISHED],
    emits=[PublicationPublished],
    refuses=[
        PublishedInTheFuture,
        PublishedBeforeCouncil,
        CouncilOnOlderText,
        IsbnMissing,
        EditionNotApproved,
        EditionOutdated,
    ],
    requires=[require_council_decision],
)
async def publish_publication(publication: Publication, command: PublishPublication, uow: UnitOfWork) -> None:
    """Say that the editions which have an ISBN are out."""
    require_valid_day(publication, command.on, uow.today)
    made = [each for each in publication.kept_editions if each.printings]
    require_finished_editions(made, publication.source_revision)
    publication.published_on, publication.status = command.on, PublicationStatus.PUBLISHED
    await uow.emit(publication, PublicationPublished(on=command.on, languages=tuple(each.language for each in made)))

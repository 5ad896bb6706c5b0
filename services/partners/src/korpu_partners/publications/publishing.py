"""Coming out: what is approved, fresh and has an ISBN."""

from datetime import date

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.freshness import edition_in, may_come_out
from korpu_partners.publications.lifecycle import OUT, EditionStatus, PublicationStatus
from korpu_partners.publications.messages import PublicationDayCorrected, PublicationPublished
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals import EditionNotApproved, EditionOutdated
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import (
    CouncilOnOlderText,
    GivenOnWrongDay,
    IsbnMissing,
    PublishedBeforeCouncil,
    PublishedInTheFuture,
)


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
)
async def publish_publication(publication: Publication, command: PublishPublication, uow: UnitOfWork) -> None:
    """Say that the editions which have an ISBN are out."""
    check_day(publication, command.on, uow.today)
    check_council(publication)
    made = [each for each in publication.kept_editions if each.printings]
    check_made(made, publication.source_revision)
    publication.published_on, publication.status = command.on, PublicationStatus.PUBLISHED
    await uow.emit(publication, PublicationPublished(on=command.on, languages=tuple(each.language for each in made)))


class CorrectPublicationDay(Changes):
    """The day on which it came out after all, and how that was found."""

    on: Day
    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=OUT,
    emits=[PublicationDayCorrected],
    refuses=[PublishedInTheFuture, PublishedBeforeCouncil, GivenOnWrongDay],
)
async def correct_publication_day(publication: Publication, command: CorrectPublicationDay, uow: UnitOfWork) -> None:
    """Put right when a work came out: after the council's decision, and before anybody was given a copy."""
    check_day(publication, command.on, uow.today)
    given = [each.on for each in publication.distributions]
    if command.on > min(given, default=publication.distributed_on or uow.today):
        raise GivenOnWrongDay("on")
    before, publication.published_on = publication.published_on, command.on
    if publication.history:
        publication.history = publication.history.model_copy(update={"published_precision": "day"})
    await uow.emit(publication, PublicationDayCorrected(before=before, on=command.on, reason=command.reason))


def check_day(publication: Publication, on: date, today: date) -> None:
    """What is out came out on a day that has been, and not before the council had decided."""
    if on > today:
        raise PublishedInTheFuture("on")
    if publication.council and on < publication.council.on:
        raise PublishedBeforeCouncil("on", on=publication.council.on.isoformat())


def check_council(publication: Publication) -> None:
    """The council has approved the present text, or the head has waived that for this very revision."""
    council, source = publication.council, edition_in(publication.kept_editions, publication.source_language)
    waived = source.waiver is not None and source.waiver.revision == publication.source_revision
    if council and publication.council_behind and not waived:
        raise CouncilOnOlderText("on", decided=council.revision)


def check_made(made: list[Edition], revision: int) -> None:
    """Something was made, and each of it is approved and follows the source, unless the head has waived that."""
    if not made:
        raise IsbnMissing
    for each in made:
        if not may_come_out(each, revision):
            raise EditionOutdated(language=each.language)
        if each.status is not EditionStatus.APPROVED:
            raise EditionNotApproved(language=each.language)

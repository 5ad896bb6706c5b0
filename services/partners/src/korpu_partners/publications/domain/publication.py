"""Whether a work can come out on a day."""

from datetime import date

from korpu_partners.publications.domain.freshness import edition_in, may_come_out
from korpu_partners.publications.domain.lifecycle import EditionStatus
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals.general import EditionNotApproved, EditionOutdated
from korpu_partners.publications.refusals.readiness import (
    CouncilOnOlderText,
    IsbnMissing,
    PublishedBeforeCouncil,
    PublishedInTheFuture,
)
from korpu_partners.publications.tables import Publication


def require_valid_day(publication: Publication, on: date, today: date) -> None:
    """What is out came out on a day that has been, and not before the council had decided."""
    if on > today:
        raise PublishedInTheFuture("on")
    if publication.council and on < publication.council.on:
        raise PublishedBeforeCouncil("on", on=publication.council.on.isoformat())


def require_council_decision(publication: Publication) -> None:
    """The council has approved the present text, or the head has waived that for this very revision."""
    council, source = publication.council, edition_in(publication.kept_editions, publication.source_language)
    waived = source.waiver is not None and source.waiver.revision == publication.source_revision
    if council and publication.council_behind and not waived:
        raise CouncilOnOlderText("on", decided=council.revision)


def require_finished_editions(made: list[Edition], revision: int) -> None:
    """Something was made, and each of it is approved and follows the source, unless the head has waived that."""
    if not made:
        raise IsbnMissing
    for each in made:
        if not may_come_out(each, revision):
            raise EditionOutdated(language=each.language)
        if each.status is not EditionStatus.APPROVED:
            raise EditionNotApproved(language=each.language)

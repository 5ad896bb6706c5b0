"""The definition of publications: its table, its topic, who reads it, and when reviews are late."""

from datetime import timedelta

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_partners.files import files
from korpu_partners.permissions import AUDITOR, COORDINATOR, DEPARTMENT, RECTORATE, STAFF
from korpu_partners.publications.domain.lending import files_of, is_lent, is_open, may_have
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW
from korpu_partners.publications.state import PublicationState
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.tasks import tasks_of

WRITERS = (STAFF.own("author_ids"), STAFF.own("translator_ids"))
READERS = (*DEPARTMENT, RECTORATE, AUDITOR, COORDINATOR.of("unit"), *WRITERS)


def deadlines_of(publication: Publication) -> list[Deadline]:
    """Each due day of open reviews speaks once."""
    if publication.status not in UNDER_REVIEW:
        return []
    days = {each.due for each in publication.reviews if each.verdict is None}
    return [Deadline(start_of_day(day + timedelta(days=1)), "reviews-overdue") for day in sorted(days)]


publications = AggregateDefinition(
    Publication,
    state=PublicationState,
    topic="partners.publications.v1",
    readers=READERS,
    deadlines=deadlines_of,
    tasks=tasks_of,
)
files.hang(publications, files_of, may=may_have, public=is_open, lent=is_lent)

translates(publications, DEPARTMENT, title="title", annotation="annotation")

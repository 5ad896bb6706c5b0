"""The definition of visits: what they are called in messages, who reads them, and what the clock has to say of them."""

from collections.abc import Sequence
from datetime import timedelta

from korpu_chassis.clock import BAKU, end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_documents.attaching import takes_files
from korpu_events.files import files
from korpu_events.permissions import AUDITOR, COORDINATOR, FINANCE, HEAD, OFFICER, RECTORATE
from korpu_events.visits.domain.lifecycle import (
    COMPLETED_WITHIN,
    OVER,
    PREPARED,
    REPORTABLE,
    UNFINISHED,
    VisitStatus,
    a_year_after,
)
from korpu_events.visits.facts import VisitActionPointAgreed, VisitEntered
from korpu_events.visits.state import VisitState
from korpu_events.visits.tables import Visit
from korpu_events.visits.tasks import tasks_of

PASSPORTS_KEPT = timedelta(days=30)
HELD = (*REPORTABLE, VisitStatus.CLOSED)
NAMES_KEPT = timedelta(days=3 * 365)


def deadlines_of(visit: Visit) -> Sequence[Deadline]:
    """When the clock has to speak about a visit."""
    wanted: list[Deadline] = []
    if visit.status in UNFINISHED and visit.status != VisitStatus.POSTPONED:
        late = {each.due for each in visit.requests if each.status == "pending" and not each.late}
        wanted += [Deadline(end_of_day(due), "requests-late") for due in late]
    if visit.status in {VisitStatus.CONFIRMED, VisitStatus.IN_PROGRESS}:
        wanted.append(Deadline(end_of_day(visit.ends), "completion-due"))
    if visit.status in {*PREPARED, VisitStatus.IN_PROGRESS}:
        known = max(visit.ends, visit.created_at.astimezone(BAKU).date())
        wanted.append(Deadline(end_of_day(known + COMPLETED_WITHIN), "completion-overdue"))
    if visit.status == VisitStatus.COMPLETED and visit.report_due:
        wanted.append(Deadline(end_of_day(visit.report_due), "report-overdue"))
    if visit.entered_on is None and visit.status in HELD and visit.completed_on and not _sequel_known(visit):
        wanted.append(Deadline(start_of_day(a_year_after(visit.completed_on)), "sequel-asked"))
    if visit.status in OVER and visit.entered_on is None:
        wanted.append(Deadline(end_of_day(visit.ends + PASSPORTS_KEPT), "passports-kept"))
        wanted.append(Deadline(end_of_day(visit.ends + NAMES_KEPT), "names-kept"))
    return wanted


def _sequel_known(visit: Visit) -> bool:
    """What came of it was said, or asked."""
    return visit.sequel is not None or visit.sequel_asked_on is not None


visits = AggregateDefinition(
    Visit,
    state=VisitState,
    topic="events.visits.v1",
    readers=[OFFICER, HEAD, RECTORATE, FINANCE, AUDITOR, COORDINATOR.of("unit")],
    deadlines=deadlines_of,
    tasks=tasks_of,
)
visits.also_emits(VisitActionPointAgreed, VisitEntered)


translates(visits, [OFFICER, HEAD], title="title", report="report", programme="programme")
takes_files(
    visits,
    files,
    attach=[OFFICER, HEAD, COORDINATOR.of("unit")],
    remove=[OFFICER, HEAD],
    when=[*UNFINISHED, *REPORTABLE],
)

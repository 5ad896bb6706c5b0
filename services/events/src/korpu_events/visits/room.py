"""The room of visits: what they are called in messages, who reads them, and what the clock has to say of them."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.people import AUDITOR, COORDINATOR, FINANCE, HEAD, OFFICER, RECTORATE
from korpu_events.visits.guests import MemberDocument, VisitMember
from korpu_events.visits.lifecycle import OVER, UNFINISHED, VisitStatus
from korpu_events.visits.messages.course import VisitCompletionDue, VisitReportOverdue
from korpu_events.visits.messages.people import VisitPersonalDataPurged
from korpu_events.visits.messages.requests import LateRequest, VisitRequestsLate
from korpu_events.visits.readiness import overdue
from korpu_events.visits.state import VisitState
from korpu_events.visits.tables import Visit

PASSPORTS_KEPT = timedelta(days=30)
NAMES_KEPT = timedelta(days=3 * 365)


def deadlines_of(visit: Visit) -> Sequence[Deadline]:
    """When the clock has to speak about a visit."""
    wanted: list[Deadline] = []
    if visit.status in UNFINISHED:
        late = {each.due for each in visit.requests if each.status == "pending" and not each.late}
        wanted += [Deadline(end_of_day(due), "requests-late") for due in late]
    if visit.status in {VisitStatus.CONFIRMED, VisitStatus.IN_PROGRESS}:
        wanted.append(Deadline(end_of_day(visit.ends), "completion-due"))
    if visit.status == VisitStatus.COMPLETED and visit.report_due:
        wanted.append(Deadline(end_of_day(visit.report_due), "report-overdue"))
    if visit.status in OVER:
        wanted.append(Deadline(end_of_day(visit.ends + PASSPORTS_KEPT), "passports-kept"))
        wanted.append(Deadline(end_of_day(visit.ends + NAMES_KEPT), "names-kept"))
    return wanted


visits = AggregateDefinition(
    Visit,
    state=VisitState,
    topic="events.visits.v1",
    readers=[OFFICER, HEAD, RECTORATE, FINANCE, AUDITOR, COORDINATOR.of("unit")],
    deadlines=deadlines_of,
)


@visits.due("requests-late", emits=[VisitRequestsLate])
async def requests_late(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Departments that were to answer by today have not."""
    late = overdue(visit.requests, uow.now)
    if late:
        ids = {each.id for each in late}
        visit.requests = tuple(
            each.model_copy(update={"late": True}) if each.id in ids else each for each in visit.requests
        )
        told = tuple(LateRequest(request_id=each.id, department=each.department) for each in late)
        await uow.emit(visit, VisitRequestsLate(late=told))


@visits.due("completion-due", emits=[VisitCompletionDue])
async def completion_due(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """The last day is over and the visit is still open."""
    await uow.emit(visit, VisitCompletionDue())


@visits.due("report-overdue", emits=[VisitReportOverdue])
async def report_overdue(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """A week has passed without a report: the head is told."""
    visit.overdue = True
    await uow.emit(visit, VisitReportOverdue(tell=("head",)))


@visits.due("passports-kept", emits=[VisitPersonalDataPurged])
async def passports_kept(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Passports and needs are deleted a month after the visit."""
    await uow.session.execute(delete(MemberDocument).where(MemberDocument.visit_id == visit.id))  # type: ignore[arg-type]
    await uow.emit(visit, VisitPersonalDataPurged(what="passports"))


@visits.due("names-kept", emits=[VisitPersonalDataPurged])
async def names_kept(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Names are deleted after three years; the count of people stays."""
    await uow.session.execute(delete(VisitMember).where(VisitMember.visit_id == visit.id))  # type: ignore[arg-type]
    await uow.emit(visit, VisitPersonalDataPurged(what="names"))


translates(visits, [OFFICER, HEAD], title="title", report="report", programme="programme")

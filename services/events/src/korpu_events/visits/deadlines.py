"""What the clock has to say of visits."""

from sqlalchemy import delete

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.generated_documents.interface import forget_papers
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.readiness import overdue
from korpu_events.visits.facts import (
    LateRequest,
    VisitCompletionDue,
    VisitCompletionOverdue,
    VisitPersonalDataPurged,
    VisitReportOverdue,
    VisitRequestsLate,
    VisitSequelAsked,
)
from korpu_events.visits.guests import MemberDocument, VisitMember
from korpu_events.visits.tables import Visit


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


@visits.due("completion-overdue", emits=[VisitCompletionOverdue])
async def completion_overdue(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Days have passed since the visit should have ended: whoever is responsible and the head are told."""
    visit.overdue = True
    await uow.emit(visit, VisitCompletionOverdue(tell=("responsible", "head")))


@visits.due("report-overdue", emits=[VisitReportOverdue])
async def report_overdue(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """A week has passed without a report: the head is told."""
    visit.overdue = True
    await uow.emit(visit, VisitReportOverdue(tell=("head",)))


@visits.due("sequel-asked", emits=[VisitSequelAsked], untrue_later=True)
async def sequel_asked(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """A year has passed since the visit: somebody says what came of it."""
    visit.sequel_asked_on = uow.today
    await uow.emit(visit, VisitSequelAsked(tell=("responsible", "head")))


@visits.due("passports-kept", emits=[VisitPersonalDataPurged])
async def passports_kept(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Passports and needs are deleted a month after the visit."""
    await uow.session.execute(delete(MemberDocument).where(MemberDocument.visit_id == visit.id))  # type: ignore[arg-type]
    await uow.emit(visit, VisitPersonalDataPurged(what="passports"))


@visits.due("names-kept", emits=[VisitPersonalDataPurged])
async def names_kept(visit: Visit, _: Deadline, uow: UnitOfWork) -> None:
    """Names are deleted after three years, and papers with them; the count of people stays."""
    await uow.session.execute(delete(VisitMember).where(VisitMember.visit_id == visit.id))  # type: ignore[arg-type]
    await forget_papers(visit.id, uow)
    await uow.emit(visit, VisitPersonalDataPurged(what="names"))

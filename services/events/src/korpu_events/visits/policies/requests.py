"""What departments are told of their requests: that one was answered, has changed, or is not needed any more."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.domain.readiness import answered, request_of
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.facts import VisitRequestAnswered, VisitRequestChanged, VisitRequestWithdrawn
from korpu_events.visits.parts import DepartmentRequest
from korpu_events.visits.tables import Visit


async def settle(visit: Visit, request_id: UUID, answer: RequestStatus, reason: str | None, uow: UnitOfWork) -> None:
    """Let a department's answer take effect, by whichever way it came."""
    before = request_of(visit.requests, request_id).status
    visit.requests = answered(visit.requests, request_id, answer, uow.today, reason)
    request = request_of(visit.requests, request_id)
    fact = VisitRequestAnswered(
        request_id=request.id, department=request.department, answer=answer, reason=reason, before=before
    )
    await uow.emit(visit, fact)


async def tell_departments(visit: Visit, before: Sequence[DepartmentRequest], uow: UnitOfWork) -> None:
    """Tell each department what became of its requests by a change of the visit, as requests of theirs."""
    earlier = {each.id: each for each in before}
    off = visit.status == VisitStatus.POSTPONED
    for request in visit.requests:
        if request == earlier.get(request.id, request):
            continue
        if request.status == RequestStatus.WITHDRAWN:
            fact: VisitRequestWithdrawn | VisitRequestChanged = VisitRequestWithdrawn(
                request_id=request.id, department=request.department, reason=request.reason or ""
            )
        else:
            fact = VisitRequestChanged(
                request_id=request.id,
                starts=None if off else visit.starts,
                ends=None if off else visit.ends,
                asked_again=request.revision > earlier[request.id].revision,
                **request.model_dump(include={"department", "due", "people", "revision"}),
            )
        await uow.emit(visit, fact)

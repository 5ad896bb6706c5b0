"""Whether all that departments were asked for is answered."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.visits.domain.readiness import answered, request_of
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.facts import VisitRequestAnswered
from korpu_events.visits.tables import Visit


async def settle(visit: Visit, request_id: UUID, answer: RequestStatus, uow: UnitOfWork) -> None:
    """Let a department's answer take effect, by whichever way it came."""
    visit.requests = answered(visit.requests, request_id, answer, uow.today)
    request = request_of(visit.requests, request_id)
    await uow.emit(visit, VisitRequestAnswered(request_id=request.id, department=request.department, answer=answer))

"""`WithdrawRequest`: tell a department that its help is not needed any more."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.domain.readiness import answered, request_of
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.facts import VisitRequestWithdrawn
from korpu_events.visits.refusals.requests import RequestSettled, UnknownRequest
from korpu_events.visits.tables import Visit


class WithdrawRequest(Changes):
    """Which request is not needed any more, and why."""

    request_id: UUID
    reason: Text


@visits.changes(
    who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitRequestWithdrawn], refuses=[UnknownRequest, RequestSettled]
)
async def withdraw_request(visit: Visit, command: WithdrawRequest, uow: UnitOfWork) -> None:
    """Tell a department that its help is not needed any more."""
    withdrawn = RequestStatus.WITHDRAWN
    visit.requests = answered(visit.requests, command.request_id, withdrawn, uow.today, command.reason)
    request = request_of(visit.requests, command.request_id)
    fact = VisitRequestWithdrawn(request_id=request.id, department=request.department, reason=command.reason)
    await uow.emit(visit, fact)

"""What the visit asks of departments, and what they answer."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.fields import Line
from korpu_events.visits.lifecycle import ARRANGING, UNFINISHED, VisitStatus, has_room
from korpu_events.visits.messages.requests import VisitRequestAnswered, VisitRequestMade, VisitRequestWithdrawn
from korpu_events.visits.parts import DepartmentRequest
from korpu_events.visits.readiness import answered, due_in_reach, request_of
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.requests import DueOutOfReach, RequestSettled, UnknownRequest
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Department, RequestStatus


class AskDepartment(Changes):
    """Which department is asked for what, by when."""

    department: Department
    what: Annotated[Line, Field(description="What is needed; without names of persons.")]
    due: Day


class WithdrawRequest(Changes):
    """Which request is not needed any more, and why."""

    request_id: UUID
    reason: Text


class RecordAnswer(Changes):
    """What a department answered by telephone or on paper."""

    request_id: UUID
    answer: Literal["accepted", "rejected", "done"]
    reason: Annotated[Text | None, Field(description="What the department said with it.")] = None


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitRequestMade], refuses=[DueOutOfReach, ListFull])
async def ask_department(visit: Visit, command: AskDepartment, uow: UnitOfWork) -> None:
    """Ask a department for help with the visit."""
    has_room(visit.requests)
    due_in_reach(command.due, uow.today, visit.ends)
    request = DepartmentRequest(department=command.department, what=command.what, due=command.due)
    visit.requests = (*visit.requests, request)
    await uow.emit(visit, VisitRequestMade(request_id=request.id, department=request.department, due=request.due))


@visits.changes(
    who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitRequestWithdrawn], refuses=[UnknownRequest, RequestSettled]
)
async def withdraw_request(visit: Visit, command: WithdrawRequest, uow: UnitOfWork) -> None:
    """Tell a department that its help is not needed any more."""
    visit.requests = answered(visit.requests, command.request_id, RequestStatus.WITHDRAWN, uow.today)
    request = request_of(visit.requests, command.request_id)
    fact = VisitRequestWithdrawn(request_id=request.id, department=request.department, reason=command.reason)
    await uow.emit(visit, fact)


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*ARRANGING, VisitStatus.COMPLETED],
    emits=[VisitRequestAnswered],
    refuses=[UnknownRequest, RequestSettled],
)
async def record_answer(visit: Visit, command: RecordAnswer, uow: UnitOfWork) -> None:
    """Write down what a department answered outside the system."""
    await settle(visit, command.request_id, RequestStatus(command.answer), uow)


async def settle(visit: Visit, request_id: UUID, answer: RequestStatus, uow: UnitOfWork) -> None:
    """Let a department's answer take effect, by whichever way it came."""
    visit.requests = answered(visit.requests, request_id, answer, uow.today)
    request = request_of(visit.requests, request_id)
    await uow.emit(visit, VisitRequestAnswered(request_id=request.id, department=request.department, answer=answer))

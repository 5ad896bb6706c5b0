"""`AskDepartment`: ask a department for help with the visit."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_events.fields import Line
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING, require_room
from korpu_events.visits.domain.readiness import require_due_in_reach
from korpu_events.visits.domain.vocabulary import Department
from korpu_events.visits.facts import VisitRequestMade
from korpu_events.visits.parts import DepartmentRequest
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.requests import DueOutOfReach
from korpu_events.visits.tables import Visit


class AskDepartment(Changes):
    """Which department is asked for what, by when."""

    department: Department
    what: Annotated[Line, Field(description="What is needed; without names of persons.")]
    due: Day


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitRequestMade], refuses=[DueOutOfReach, ListFull])
async def ask_department(visit: Visit, command: AskDepartment, uow: UnitOfWork) -> None:
    """Ask a department for help with the visit."""
    require_room(visit.requests)
    require_due_in_reach(command.due, uow.today, visit.ends)
    people = visit.member_count or None
    request = DepartmentRequest(
        department=command.department, what=command.what, due=command.due, people=people, asked_at=uow.now
    )
    visit.requests = (*visit.requests, request)
    fact = VisitRequestMade(request_id=request.id, department=request.department, due=request.due, people=people)
    await uow.emit(visit, fact)

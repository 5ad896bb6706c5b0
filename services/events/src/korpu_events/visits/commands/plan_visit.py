"""`PlanVisit`: make somebody responsible for a visit and begin its planning."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import VisitStatus
from korpu_events.visits.facts import VisitPlanned
from korpu_events.visits.tables import Visit


class PlanVisit(Changes):
    """Who of the department is responsible for the visit."""

    responsible_id: Annotated[UUID, Field(description="The person of the department who is responsible.")]


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.APPROVED], to=[VisitStatus.PLANNING], emits=[VisitPlanned])
async def plan_visit(visit: Visit, command: PlanVisit, uow: UnitOfWork) -> None:
    """Make somebody responsible for a visit and begin its planning."""
    visit.responsible_id = command.responsible_id
    visit.status = VisitStatus.PLANNING
    await uow.emit(visit, VisitPlanned(responsible_id=command.responsible_id))

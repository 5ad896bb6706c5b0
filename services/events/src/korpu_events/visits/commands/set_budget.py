"""`SetBudget`: say what the visit costs, planned and actual, and who pays for what."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import FINANCE, HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING, VisitStatus
from korpu_events.visits.facts import VisitBudgetSet
from korpu_events.visits.surroundings import BudgetLine
from korpu_events.visits.tables import Visit


class SetBudget(Changes):
    """What the visit costs and who pays, in full."""

    budget: Annotated[tuple[BudgetLine, ...], Field(max_length=100)]


@visits.changes(
    who=[OFFICER, HEAD, FINANCE],
    when=[*ARRANGING, VisitStatus.COMPLETED, VisitStatus.REPORTED],
    emits=[VisitBudgetSet],
)
async def set_budget(visit: Visit, command: SetBudget, uow: UnitOfWork) -> None:
    """Say what the visit costs, planned and actual, and who pays for what."""
    visit.budget = command.budget
    await uow.emit(visit, VisitBudgetSet())

"""`CompleteVisit`: say that a visit is over; its report is due within seven days."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import REPORT_WITHIN, VisitStatus, require_over
from korpu_events.visits.facts import VisitCompleted
from korpu_events.visits.refusals.course import CompletedInTheFuture, NotBegun
from korpu_events.visits.tables import Visit


class CompleteVisit(Changes):
    """Which visit has taken place."""

    on: Annotated[Day | None, Field(description="The day on which it ended; today, if left out.")] = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.IN_PROGRESS],
    to=[VisitStatus.COMPLETED],
    emits=[VisitCompleted],
    refuses=[NotBegun, CompletedInTheFuture],
)
async def complete_visit(visit: Visit, command: CompleteVisit, uow: UnitOfWork) -> None:
    """Say that a visit is over; its report is due within seven days."""
    on = command.on or uow.today
    require_over(visit.starts, on, uow.today)
    visit.status = VisitStatus.COMPLETED
    visit.completed_on = on
    visit.overdue = False
    visit.report_due = on + REPORT_WITHIN
    await uow.emit(visit, VisitCompleted(on=on, report_due=visit.report_due))

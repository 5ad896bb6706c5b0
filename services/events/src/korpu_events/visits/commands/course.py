"""The course of a visit: planned, confirmed, begun, over."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.lifecycle import REPORT_WITHIN, VisitStatus, may_complete, may_start
from korpu_events.visits.messages.course import VisitCompleted, VisitConfirmed, VisitPlanned, VisitStarted
from korpu_events.visits.readiness import lacking
from korpu_events.visits.refusals.course import CompletedInTheFuture, NotBegun
from korpu_events.visits.refusals.requests import NotReady
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit


class PlanVisit(Changes):
    """Who of the department is responsible for the visit."""

    responsible_id: Annotated[UUID, Field(description="The person of the department who is responsible.")]


class ConfirmVisit(Changes):
    """Which visit is ready."""

    despite: Annotated[Text | None, Field(description="Why it is confirmed although something is missing.")] = None


class StartVisit(Changes):
    """Which delegation is here."""


class CompleteVisit(Changes):
    """Which visit has taken place."""

    on: Annotated[Day | None, Field(description="The day on which it ended; today, if left out.")] = None


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.APPROVED], to=[VisitStatus.PLANNING], emits=[VisitPlanned])
async def plan_visit(visit: Visit, command: PlanVisit, uow: UnitOfWork) -> None:
    """Make somebody responsible for a visit and begin its planning."""
    visit.responsible_id = command.responsible_id
    visit.status = VisitStatus.PLANNING
    await uow.emit(visit, VisitPlanned(responsible_id=command.responsible_id))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.PLANNING],
    to=[VisitStatus.CONFIRMED],
    emits=[VisitConfirmed],
    refuses=[NotReady],
)
async def confirm_visit(visit: Visit, command: ConfirmVisit, uow: UnitOfWork) -> None:
    """Confirm a visit once it has people, a programme and the yes of every department."""
    waiting = lacking(visit.requests, programme=bool(visit.programme), members=bool(visit.members))
    if waiting and command.despite is None:
        raise NotReady("despite", waiting="; ".join(waiting))
    uow.why = command.despite
    visit.status = VisitStatus.CONFIRMED
    await uow.emit(visit, VisitConfirmed())


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.CONFIRMED],
    to=[VisitStatus.IN_PROGRESS],
    emits=[VisitStarted],
    refuses=[NotBegun],
)
async def start_visit(visit: Visit, command: StartVisit, uow: UnitOfWork) -> None:
    """Say that the delegation is here, or that ours has gone."""
    may_start(visit.starts, uow.today)
    visit.status = VisitStatus.IN_PROGRESS
    await uow.emit(visit, VisitStarted())


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
    may_complete(visit.starts, on, uow.today)
    visit.status = VisitStatus.COMPLETED
    visit.completed_on = on
    visit.report_due = on + REPORT_WITHIN
    await uow.emit(visit, VisitCompleted(on=on, report_due=visit.report_due))

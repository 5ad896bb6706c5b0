"""The course of a visit: planned, confirmed, begun, over."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import Work
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


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.APPROVED], to=[VisitStatus.PLANNING], says=[VisitPlanned])
async def plan_visit(visit: Visit, command: PlanVisit, work: Work) -> None:
    """Make somebody responsible for a visit and begin its planning."""
    visit.responsible_id = command.responsible_id
    visit.status = VisitStatus.PLANNING
    await work.say(visit, VisitPlanned(responsible_id=command.responsible_id))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.PLANNING],
    to=[VisitStatus.CONFIRMED],
    says=[VisitConfirmed],
    refuses=[NotReady],
)
async def confirm_visit(visit: Visit, command: ConfirmVisit, work: Work) -> None:
    """Confirm a visit once it has people, a programme and the yes of every department."""
    waiting = lacking(visit.requests, programme=bool(visit.programme), members=bool(visit.members))
    if waiting and command.despite is None:
        raise NotReady("despite", waiting="; ".join(waiting))
    work.why = command.despite
    visit.status = VisitStatus.CONFIRMED
    await work.say(visit, VisitConfirmed())


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.CONFIRMED],
    to=[VisitStatus.IN_PROGRESS],
    says=[VisitStarted],
    refuses=[NotBegun],
)
async def start_visit(visit: Visit, command: StartVisit, work: Work) -> None:
    """Say that the delegation is here, or that ours has gone."""
    may_start(visit.starts, work.today)
    visit.status = VisitStatus.IN_PROGRESS
    await work.say(visit, VisitStarted())


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.IN_PROGRESS],
    to=[VisitStatus.COMPLETED],
    says=[VisitCompleted],
    refuses=[NotBegun, CompletedInTheFuture],
)
async def complete_visit(visit: Visit, command: CompleteVisit, work: Work) -> None:
    """Say that a visit is over; its report is due within seven days."""
    on = command.on or work.today
    may_complete(visit.starts, on, work.today)
    visit.status = VisitStatus.COMPLETED
    visit.completed_on = on
    visit.report_due = on + REPORT_WITHIN
    await work.say(visit, VisitCompleted(on=on, report_due=visit.report_due))

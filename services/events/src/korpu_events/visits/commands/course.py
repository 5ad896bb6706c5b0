"""The course of a visit: planned, confirmed, begun, moved to other days, called off, over."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.bookings import book, release
from korpu_events.visits.lifecycle import (
    PREPARED,
    REPORT_WITHIN,
    UNDECIDED,
    UNFINISHED,
    CompletedInTheFuture,
    EndsBeforeItStarts,
    NotBegun,
    StartsInThePast,
    VisitStatus,
    may_complete,
    may_move_to,
    may_start,
)
from korpu_events.visits.messages import (
    VisitCancelled,
    VisitCompleted,
    VisitConfirmed,
    VisitPlanned,
    VisitPostponed,
    VisitProgrammeChanged,
    VisitRescheduled,
    VisitStarted,
)
from korpu_events.visits.programme import AlreadyBooked, OutsideTheVisit, difference, fits, moved
from korpu_events.visits.readiness import NotReady, asked_again, lacking
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


class PostponeVisit(Changes):
    """Which visit waits for other days, and why."""

    reason: Text


class RescheduleVisit(Changes):
    """The new days of a visit."""

    starts: Day
    ends: Day
    keep_programme: Annotated[
        bool, Field(description="Move the programme along, at the same hours; otherwise it begins empty.")
    ] = True


class CancelVisit(Changes):
    """Which visit is called off, and why."""

    reason: Text


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


@visits.changes(who=[OFFICER, HEAD], when=PREPARED, to=[VisitStatus.POSTPONED], says=[VisitPostponed])
async def postpone_visit(visit: Visit, command: PostponeVisit, work: Work) -> None:
    """Put a visit off without new days; what it had booked is free again."""
    await release(visit, work)
    visit.status = VisitStatus.POSTPONED
    visit.reason = command.reason
    await work.say(visit, VisitPostponed(reason=command.reason))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*UNDECIDED, *PREPARED, VisitStatus.POSTPONED],
    to=[*UNDECIDED, VisitStatus.APPROVED, VisitStatus.PLANNING],
    says=[VisitRescheduled],
    refuses=[EndsBeforeItStarts, StartsInThePast, OutsideTheVisit, AlreadyBooked],
)
async def reschedule_visit(visit: Visit, command: RescheduleVisit, work: Work) -> None:
    """Give a visit new days: its programme moves along, and what departments had promised is asked again."""
    may_move_to(command.starts, command.ends, work.today)
    later = command.starts - visit.starts
    programme = moved(visit.programme, later.days) if command.keep_programme else ()
    for item in programme:
        fits(item, command.starts, command.ends, work.principal.language or "az")
    change = VisitProgrammeChanged(**difference(visit.programme, programme))
    await book(visit, programme, work)
    visit.requests = asked_again(visit.requests, _new_due_dates(visit, later, work.today))
    visit.starts, visit.ends, visit.reason = command.starts, command.ends, None
    if visit.status in {VisitStatus.CONFIRMED, VisitStatus.POSTPONED}:
        visit.status = VisitStatus.PLANNING if visit.responsible_id else VisitStatus.APPROVED
    await work.say(visit, VisitRescheduled(starts=visit.starts, ends=visit.ends, programme=change))


@visits.changes(who=[OFFICER, HEAD], when=UNFINISHED, to=[VisitStatus.CANCELLED], says=[VisitCancelled])
async def cancel_visit(visit: Visit, command: CancelVisit, work: Work) -> None:
    """Call a visit off, with the reason; what it had booked is free again."""
    await release(visit, work)
    visit.status = VisitStatus.CANCELLED
    visit.reason = command.reason
    await work.say(visit, VisitCancelled(reason=command.reason))


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


def _new_due_dates(visit: Visit, later: timedelta, today: date) -> dict[UUID, date]:
    return {each.id: max(each.due + later, today) for each in visit.requests}

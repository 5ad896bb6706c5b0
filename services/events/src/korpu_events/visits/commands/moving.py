"""A visit that does not take place as planned: put off, moved to other days, called off."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.bookings import book, release
from korpu_events.visits.lifecycle import PREPARED, UNDECIDED, UNFINISHED, VisitStatus, may_move_to
from korpu_events.visits.messages.course import VisitCancelled, VisitPostponed, VisitRescheduled
from korpu_events.visits.messages.programme import VisitProgrammeChanged
from korpu_events.visits.programme import difference, fits, moved
from korpu_events.visits.readiness import asked_again
from korpu_events.visits.refusals.course import EndsBeforeItStarts, StartsInThePast
from korpu_events.visits.refusals.programme import AlreadyBooked, OutsideTheVisit
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Direction


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


@visits.changes(who=[OFFICER, HEAD], when=PREPARED, to=[VisitStatus.POSTPONED], emits=[VisitPostponed])
async def postpone_visit(visit: Visit, command: PostponeVisit, uow: UnitOfWork) -> None:
    """Put a visit off without new days; what it had booked is free again."""
    await release(visit, uow)
    visit.status = VisitStatus.POSTPONED
    visit.reason = command.reason
    await uow.emit(visit, VisitPostponed(reason=command.reason))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*UNDECIDED, *PREPARED, VisitStatus.POSTPONED],
    to=[*UNDECIDED, VisitStatus.APPROVED, VisitStatus.PLANNING],
    emits=[VisitRescheduled],
    refuses=[EndsBeforeItStarts, StartsInThePast, OutsideTheVisit, AlreadyBooked],
)
async def reschedule_visit(visit: Visit, command: RescheduleVisit, uow: UnitOfWork) -> None:
    """Give a visit new days: its programme moves along, and what departments had promised is asked again."""
    may_move_to(command.starts, command.ends, uow.today)
    later = command.starts - visit.starts
    programme = moved(visit.programme, later.days) if command.keep_programme else ()
    for item in programme:
        fits(
            item,
            command.starts,
            command.ends,
            uow.principal.language or "az",
            abroad=visit.direction == Direction.OUTGOING,
        )
    change = VisitProgrammeChanged(**difference(visit.programme, programme))
    await book(visit, programme, uow)
    visit.requests = asked_again(visit.requests, _new_due_dates(visit, later, uow.today))
    visit.starts, visit.ends, visit.reason = command.starts, command.ends, None
    if visit.status in {VisitStatus.CONFIRMED, VisitStatus.POSTPONED}:
        visit.status = VisitStatus.PLANNING if visit.responsible_id else VisitStatus.APPROVED
    await uow.emit(visit, VisitRescheduled(starts=visit.starts, ends=visit.ends, programme=change))


@visits.changes(who=[OFFICER, HEAD], when=UNFINISHED, to=[VisitStatus.CANCELLED], emits=[VisitCancelled])
async def cancel_visit(visit: Visit, command: CancelVisit, uow: UnitOfWork) -> None:
    """Call a visit off, with the reason; what it had booked is free again."""
    await release(visit, uow)
    visit.status = VisitStatus.CANCELLED
    visit.reason = command.reason
    await uow.emit(visit, VisitCancelled(reason=command.reason))


def _new_due_dates(visit: Visit, later: timedelta, today: date) -> dict[UUID, date]:
    return {each.id: max(each.due + later, today) for each in visit.requests}

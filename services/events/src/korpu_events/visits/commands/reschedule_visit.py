"""`RescheduleVisit`: give a visit new days: its programme moves along."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_events.diary.interface import AlreadyBooked
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.due_dates import new_due_dates
from korpu_events.visits.domain.lifecycle import PREPARED, UNDECIDED, VisitStatus, require_movable_to
from korpu_events.visits.domain.programme import difference, moved, require_within_visit
from korpu_events.visits.domain.readiness import asked_again
from korpu_events.visits.domain.vocabulary import Direction
from korpu_events.visits.facts import VisitProgrammeChanged, VisitRequestChanged, VisitRescheduled
from korpu_events.visits.policies.bookings import book
from korpu_events.visits.policies.requests import tell_departments
from korpu_events.visits.refusals.course import EndsBeforeItStarts, StartsInThePast
from korpu_events.visits.refusals.programme import OutsideTheVisit
from korpu_events.visits.tables import Visit


class RescheduleVisit(Changes):
    """The new days of a visit."""

    starts: Day
    ends: Day
    keep_programme: Annotated[
        bool, Field(description="Move the programme along, at the same hours; otherwise it begins empty.")
    ] = True


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*UNDECIDED, *PREPARED, VisitStatus.POSTPONED],
    to=[*UNDECIDED, VisitStatus.APPROVED, VisitStatus.PLANNING],
    emits=[VisitRescheduled, VisitRequestChanged],
    refuses=[EndsBeforeItStarts, StartsInThePast, OutsideTheVisit, AlreadyBooked],
)
async def reschedule_visit(visit: Visit, command: RescheduleVisit, uow: UnitOfWork) -> None:
    """Give a visit new days: its programme moves along, and whatever departments had answered is asked again."""
    require_movable_to(command.starts, command.ends, uow.today)
    later = command.starts - visit.starts
    programme = moved(visit.programme, later.days) if command.keep_programme else ()
    for item in programme:
        require_within_visit(
            item,
            command.starts,
            command.ends,
            uow.principal.language or "az",
            abroad=visit.direction == Direction.OUTGOING,
        )
    change = VisitProgrammeChanged(**difference(visit.programme, programme))
    visit.starts, visit.ends, visit.reason, visit.overdue = command.starts, command.ends, None, False
    await book(visit, programme, uow)
    before = visit.requests
    visit.requests = asked_again(before, new_due_dates(visit, later, uow.today), uow.now)
    if visit.status in {VisitStatus.CONFIRMED, VisitStatus.POSTPONED}:
        visit.status = VisitStatus.PLANNING if visit.responsible_id else VisitStatus.APPROVED
    await uow.emit(visit, VisitRescheduled(starts=visit.starts, ends=visit.ends, programme=change))
    await tell_departments(visit, before, uow)

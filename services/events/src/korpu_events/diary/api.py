"""Free times: when all of several people, rooms and cars can be had, and what stands in the way."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import Row, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Forbidden
from korpu_chassis.runtime.routes import PROBLEMS, answer, asked, takes
from korpu_events.diary.domain.free_times import Hours, closed_days, days_of, free_times, hours_of
from korpu_events.diary.domain.needs import EntryKind
from korpu_events.diary.questions import LONGEST, AskFreeTimes
from korpu_events.diary.refusals import NobodyAskedAbout, TimesReversed, TooManyDays
from korpu_events.diary.tables import Booking
from korpu_events.permissions import AUDITOR, HEAD, OFFICER
from korpu_events.resources.interface import resource_in_use

router = APIRouter(tags=["diary"])
READERS = (OFFICER, HEAD, AUDITOR)
MOST_SHOWN = 500
Taken = Row[tuple[datetime, datetime, str, str, UUID, str]]
"""Beginning, end, who or what, and by what: kind, id and code."""


class FreeHours(BaseModel):
    """All are free from one instant to another."""

    starts: datetime
    ends: datetime


class BusyHours(BaseModel):
    """Somebody, or a room or a car, is taken by a visit, an event or a trip."""

    starts: datetime
    ends: datetime
    person_id: UUID | None
    resource_id: UUID | None
    kind: EntryKind
    id: UUID
    code: str


class FreeTimes(BaseModel):
    """The free hours in their order; what takes the others, the first five hundred; the days without work."""

    free: list[FreeHours]
    busy: list[BusyHours]
    closed: list[date]


class FreeTimesTold(BaseModel):
    """The answer, or none."""

    times: list[FreeTimes]


@router.post("/diary/free-times", response_model=FreeTimesTold, responses=PROBLEMS, openapi_extra=takes(AskFreeTimes))
async def ask_free_times(request: Request) -> Response:
    """Ask when all of these people, rooms and cars are free for some time within the office's hours."""
    async with asked(request, AskFreeTimes) as (question, uow):
        if not any(role.borne_by(uow.principal) for role in READERS):
            raise Forbidden
        _require_sound(question)
        listed = {
            (await resource_in_use(id, f"resources.{place}", uow)).booked_as: id
            for place, id in enumerate(question.resources)
        }
        names = {*listed, *(f"person:{person}" for person in question.people)}
        return answer(FreeTimesTold(times=[_told(question, listed, await _bookings(names, question, uow))]))


def _require_sound(question: AskFreeTimes) -> None:
    if not question.people and not question.resources:
        raise NobodyAskedAbout("people")
    if question.ends < question.starts:
        raise TimesReversed("ends")
    if question.closes <= question.opens:
        raise TimesReversed("closes")
    if (question.ends - question.starts).days > LONGEST:
        raise TooManyDays("ends", limit=LONGEST + 1)


async def _bookings(names: set[str], question: AskFreeTimes, uow: UnitOfWork) -> Sequence[Taken]:
    """What takes them on these days, by its beginning."""
    taken = col(Booking.taken).in_(sorted(names))
    then = col(Booking.ends) > start_of_day(question.starts), col(Booking.starts) <= end_of_day(question.ends)
    apart = () if question.without is None else (col(Booking.owner_id) != question.without,)
    told = (Booking.starts, Booking.ends, Booking.taken, Booking.owner_kind, Booking.owner_id, Booking.code)
    found = await uow.session.execute(select(*told).where(taken, *then, *apart))  # type: ignore[call-overload]
    return sorted(found.all())


def _told(question: AskFreeTimes, listed: dict[str, UUID], bookings: Sequence[Taken]) -> FreeTimes:
    closed = closed_days(question.starts, question.ends)
    days = [day for day in days_of(question.starts, question.ends) if question.every_day or day not in closed]
    wanted = [hours_of(day, question.opens, question.closes) for day in days]
    taken = [Hours(each.starts, each.ends) for each in bookings]
    free = free_times(wanted, taken, timedelta(minutes=question.minutes))
    return FreeTimes(
        free=[FreeHours(starts=each.starts, ends=each.ends) for each in free],
        busy=[_busy(each, listed) for each in bookings[:MOST_SHOWN]],
        closed=closed,
    )


def _busy(booking: Taken, listed: dict[str, UUID]) -> BusyHours:
    resource = listed.get(booking.taken)
    return BusyHours(
        starts=booking.starts,
        ends=booking.ends,
        person_id=None if resource else UUID(booking.taken.partition(":")[2]),
        resource_id=resource,
        kind=EntryKind(booking.owner_kind),
        id=booking.owner_id,
        code=booking.code,
    )

"""An officer offers time for advice: booked once, given back, called off, held, and kept in both calendars."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.conftest import Mobility, baku
from tests.office import Refused
from tests.seen import SEEN

TEN = "2026-11-27T10:00:00+04:00"


class Advice(Mobility):
    """Mobility with a memory for who has time."""

    async def offered(self, starts_at: str = TEN, **given: Any) -> Any:
        """An officer has time."""
        return await self.does("officer", "OfferAdviceSlot", starts_at=starts_at, place="Otaq 214", **given)

    async def student(self) -> dict[str, Any]:
        """Somebody who asks in their own name."""
        person = await self.person()
        return {"person_id": UUID(person), "subject": f"person-{person}"}

    async def books(self, slot: Any, who: dict[str, Any]) -> str:
        """Somebody books; gives the status, or why not."""
        try:
            return str((await self.does("student", "BookAdviceSlot", by=who, id=slot["id"]))["status"])
        except Refused as refused:
            return str(refused.code)

    async def calendar(self, role: str, **who: Any) -> str:
        """The appointments of somebody, as iCalendar."""
        return (await self.asks(role, "GET", "/advice/mine.ics", **who)).text


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Advice]:
    """Mobility on a Thursday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 26, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Advice(service, store, clock)
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()


async def test_of_two_who_book_the_last_appointment_at_once_one_is_refused_clearly(office: Advice) -> None:
    slot = await office.offered()
    first, second = await office.student(), await office.student()

    answers = await asyncio.gather(office.books(slot, first), office.books(slot, second))

    assert sorted(answers) == ["advice-slot-taken", "booked"]
    assert (await office.said_about(slot["id"])) == ["offered", "booked"]


async def test_nobody_advises_two_at_once_or_is_in_two_places(office: Advice) -> None:
    slot = await office.offered(minutes=30)
    student = await office.student()
    await office.books(slot, student)
    busy, past = [
        await office.refuses("officer", "OfferAdviceSlot", starts_at=starts_at, place="Otaq 214")
        for starts_at in ("2026-11-27T10:29:00+04:00", "2026-11-26T09:00:00+04:00")
    ]
    await office.offered("2026-11-27T10:30:00+04:00")
    other = await office.offered(advisor="officer-2")
    twice = await office.books(other, student)
    nobody = await office.refuses("officer", "BookAdviceSlot", id=other["id"])
    together = await asyncio.gather(
        *(office.asks("officer", "POST", "/commands/offer-advice-slot", json=given) for given in [LATE, LATE])
    )

    assert (busy, past) == ("advice-slot-advisor-busy", "advice-slot-in-the-past")
    assert (twice, nobody) == ("advice-slot-booker-busy", "advice-slot-booker-unknown")
    assert sorted(each.status_code for each in together) == [200, 409]


LATE = {"starts_at": "2026-11-30T10:00:00+04:00", "place": "Otaq 214"}


async def test_it_is_given_back_called_off_held_or_never_booked(office: Advice) -> None:
    slot, second, third = [await office.offered(f"2026-11-27T1{hour}:00:00+04:00") for hour in (0, 1, 2)]
    student, other = await office.student(), await office.student()
    await office.books(slot, student)
    stranger = await office.asks("student", "GET", f"/advice-slot/{slot['id']}", **other)
    free = await office.asks("student", "GET", f"/advice-slot/{second['id']}", **other)
    await office.does("student", "ReleaseAdviceSlot", by=student, id=slot["id"])
    again = await office.books(slot, other)
    await office.books(second, student)
    await office.does("officer", "CancelAdviceSlot", id=second["id"], reason="Xəstəlik")
    fourth = await office.offered("2026-11-28T10:00:00+04:00")
    await office.does("officer", "CancelAdviceSlot", id=fourth["id"], reason="Xəstəlik")
    await office.waits_until(baku(2026, 11, 27, 12, 1))
    late = await office.books(third, student)

    assert (stranger.status_code, free.status_code, again) == (404, 200, "booked")
    assert late == "wrong-status"
    for each, facts in (
        (slot, ["offered", "booked", "released", "booked", "held"]),
        (second, ["offered", "booked", "cancelled"]),
        (third, ["offered", "expired"]),
    ):
        assert await office.said_about(each["id"]) == facts


async def test_nobody_books_what_has_begun(office: Advice) -> None:
    slot, student = await office.offered(), await office.student()
    office.clock.move_to(baku(2026, 11, 27, 10, 1))

    assert await office.books(slot, student) == "advice-slot-in-the-past"


async def test_both_sides_keep_it_in_their_calendars_and_nobody_else_sees_it(office: Advice) -> None:
    slot, student, other = await office.offered(), await office.student(), await office.student()
    await office.books(slot, student)

    given, booked, nothing = [
        await office.calendar(role, **who)
        for role, who in (("officer", {}), ("student", {**student, "language": "de"}), ("student", other))
    ]

    for calendar in (given, booked):
        assert slot["state"]["code"] in calendar
        assert "DTSTART:20261127T060000Z" in calendar
        assert "LOCATION:Otaq 214" in calendar
    assert "Beratung" in booked
    assert "VEVENT" not in nothing
    assert (await office.asks(None, "GET", "/advice/mine.ics")).status_code == 401
    await office.does("officer", "CancelAdviceSlot", id=slot["id"], reason="Xəstəlik")
    assert "STATUS:CANCELLED" in await office.calendar("student", **student)


async def test_who_is_erased_gives_the_appointment_back(office: Advice) -> None:
    slot, student = await office.offered(), await office.student()
    await office.books(slot, student)
    await office.does("head", "ErasePerson", id=str(student["person_id"]), basis="own_request")
    shown = (await office.asks("officer", "GET", f"/advice-slot/{slot['id']}")).json()

    assert (shown["status"], shown["person_id"]) == ("offered", None)

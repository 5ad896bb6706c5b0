"""Applications of mobility behind a secret link: each sees what is theirs to do, by code alone, and nobody a name."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.calendars import entries, link, read
from tests.mobility.admissions.conftest import Admissions
from tests.mobility.applications.conftest import Applications, themselves
from tests.mobility.applications.rounds import Round
from tests.mobility.trips.conftest import Trips


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Applications]:
    """Mobility on a Monday morning in November, with an empty database."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Applications(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()


def days(found: dict[str, Any]) -> dict[str, date]:
    """The days by what is due on them."""
    return {event.summary.value.partition(" · ")[0]: event.dtstart.value for event in found.values()}


async def shown(office: Applications, role: str = "officer", **who: Any) -> dict[str, Any]:
    """What somebody's program shows, in English."""
    return await entries(office, await link(office, role, language="en", by=who))


async def test_who_wrote_an_opportunity_sees_its_last_days_and_the_next_look_at_its_source(
    office: Applications,
) -> None:
    await office.published(deadline="2027-01-31", internal_deadline="2027-01-20")

    mine = await shown(office, subject="officer-1")
    other = await shown(office, subject="officer-7")
    student = await shown(office, "student", subject="officer-1")

    assert days(mine) == {
        "Last day to apply": date(2027, 1, 20),
        "Last day at the provider": date(2027, 1, 31),
        "Source to be looked at again": date(2027, 1, 22),
    }
    assert (other, student) == ({}, {})


async def test_an_applicant_sees_until_when_to_submit_and_confirm_and_a_member_to_score(
    office: Applications,
) -> None:
    round_ = await Round(office).opens(2, places=1)
    first, second = round_.applicants
    applicant = themselves(first["state"]["person_id"])
    draft = await office.published(deadline="2027-03-01")
    await office.begun(draft, first["state"]["person_id"])
    await round_.convenes()
    await round_.does("OpenScoring")
    member = themselves(round_.members[0])
    scoring = await shown(office, "staff", **member)
    for each in (first, second):
        for one in round_.members[:2]:
            await round_.scores(one, each, 80, 70)
    scored = await shown(office, "staff", **member)
    await round_.does("CloseScoring")
    await round_.offers()

    mine = await shown(office, "student", **applicant)
    theirs = await shown(office, "student", **themselves(second["state"]["person_id"]))

    assert days(scoring) == {"Last day to score the applications": date(2027, 2, 10)}
    assert scored == {}
    offered = {**days(mine), **days(theirs)}
    assert offered["Last day to confirm the place"] == date(2027, 2, 15)
    assert days(mine)["Last day to submit the application"] == date(2027, 3, 1)


async def test_a_traveller_and_a_companion_see_the_trip_and_the_traveller_the_report(office: Applications) -> None:
    lecturers = Trips(service, office.database, office.clock)
    traveller, companion = await lecturers.lecturer(), await office.person(kind="staff")
    trip = await lecturers.approved(traveller, companion_ids=[companion])

    away = {who: await shown(office, "staff", **themselves(who)) for who in (traveller, companion)}
    await office.waits_until(datetime(2026, 12, 12, 6, tzinfo=UTC))
    back = {who: await shown(office, "staff", **themselves(who)) for who in (traveller, companion)}
    due = (await office.asks("officer", "GET", f"/trip/{trip['id']}")).json()["report_due"]

    for found in away.values():
        [event] = found.values()
        assert event.summary.value.startswith("Official trip · ")
        assert event.dtstart.value == datetime(2026, 12, 6, 20, tzinfo=UTC)
        assert event.dtend.value - event.dtstart.value == timedelta(days=5)
        assert event.location.value == "Kassel"
    assert days(back[traveller]) == {"Report of the trip due": date.fromisoformat(due)}
    assert back[companion] == {}


async def test_the_clocks_of_an_admission_are_the_days_of_the_student_and_of_the_migration_liaison(
    office: Applications,
) -> None:
    admitted = Admissions(service, office.database, office.clock)
    admission = await admitted.goes(await admitted.lead(), "arrived")
    liaison = await shown(office, "migration_liaison", subject="liaison-1")
    mine = await shown(office, "student", **themselves(admission["state"]["person_id"]))
    finance = await shown(office, "finance", subject="finance-1")

    assert days(liaison)["Place of stay to be registered"] == date(2026, 12, 8)
    assert days(mine) == days(liaison)
    assert finance == {}
    assert all("Mensah" not in str(event) for event in liaison.values())


async def test_links_of_who_is_forgotten_are_gone_and_the_head_ends_those_of_who_leaves(
    office: Applications,
) -> None:
    person = await office.person()
    mine = await link(office, "student", by={"person_id": UUID(person), "subject": "student-1"})
    theirs = await link(office, by={"subject": "officer-9"})
    nobody = await office.asks("officer", "DELETE", "/calendars?subject=officer-9")

    await office.does("officer", "ErasePerson", id=person, basis="own_request")
    ended = await office.asks("head", "DELETE", "/calendars?subject=officer-9")

    assert (nobody.status_code, ended.json()) == (403, {"revoked": 1})
    assert [(await read(office, path)).status_code for path in (mine, theirs)] == [404, 404]

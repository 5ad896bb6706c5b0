"""What depends on a visit or an event is looked at before it is put off, moved or called off, and then comes true."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlmodel import col

from korpu_events.diary.tables import Booking
from korpu_events.registrations.tables import Registration
from tests.events.attending import knocks, registers
from tests.events.conferences import an_event, with_session
from tests.events.delegations import DEAN, RECTOR, a_visit, an_agreement, an_answer, booked, with_members
from tests.events.stopping import impacts_of, stops
from tests.events.test_diary import a_trip
from tests.events.test_readiness import asked
from tests.office import Office, Refused

WAYS = {"PostponeVisit": "if_postponed", "CancelVisit": "if_cancelled"}


async def much_depends_on_it(office: Office) -> Any:
    """A visit with requests in three standings, a signing in a room, a letter that was sent, a trip, and a promise."""
    agreement = await an_agreement(office, "approved")
    visit = await with_members(office, await a_visit(office), 2)
    for department, answer in {"security": "accepted", "finance": "rejected", "catering": None}.items():
        visit, request = await asked(office, visit, department)
        if answer:
            await an_answer(office, request, answer, department, body={"reason": "No staff that day"})
    await booked(office, visit, kind="signing", agreement_id=agreement, room="Akt zalı", host_id=RECTOR)
    members = [each["id"] for each in visit["state"]["members"]]
    await office.does("officer", "IssueInvitation", id=visit["id"], number="INV-7", on="2026-09-07", member_ids=members)
    await a_trip(office, visit_id=visit["id"], person_id=DEAN, companion_ids=[])
    return visit


async def found_afterwards(office: Office, visit: Any) -> dict[str, str]:
    """How the same things stand now, each by its id."""
    state = (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()
    standing = {each["id"]: each["status"] for each in state["requests"]}
    async with office.database.transaction() as session:
        held = (await session.scalars(select(Booking).where(col(Booking.owner_id) == UUID(visit["id"])))).all()
    return standing | {item["id"]: "booked" if held else "released" for item in state["programme"]}


@pytest.mark.parametrize("command", WAYS)
async def test_what_the_preview_says_of_a_visit_is_what_then_happens(office: Office, command: str) -> None:
    visit = await much_depends_on_it(office)

    [seen] = await impacts_of(office, "visits", visit, role="rectorate")
    told = seen["impact"]["dependents"]
    await stops(office, command, visit, reason="Snow")

    assert {each["kind"]: each["what"] for each in told if not each["kind"].startswith("department")} == {
        "person_booking": str(RECTOR),
        "room_booking": "aktzali",
        "agreement": "MOU-2026-014",
        "trip": "TRP-2026-001",
        "invitation": "INV-7",
    }
    after = await found_afterwards(office, visit)
    foretold = {each["id"]: each[WAYS[command]] for each in told if each["id"] in after}
    assert foretold == after
    assert len(after) == 4
    assert {each["status"] == each[WAYS[command]] for each in told if each["id"] not in after} == {True}
    [nothing] = await impacts_of(office, "visits", visit)
    assert (nothing["impact"]["dependents"] == []) is (command == "CancelVisit")


async def test_nothing_is_stopped_unseen_and_what_has_changed_since_is_looked_at_again(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    event = await an_event(office)
    await with_session(office, event, room="Akt zalı")
    given: dict[str, Any] = {"id": visit["id"], "reason": "Snow"}

    with pytest.raises(Refused) as refused:
        await office.does("officer", "CancelVisit", **given)
    [seen] = await impacts_of(office, "visits", visit)
    await an_answer(office, request, "accepted")
    stale = await office.refuses("officer", "CancelVisit", **given, impact=seen["impact"]["impact"])
    hours: dict[str, Any] = {"starts": "2026-11-02T09:00:00+04:00", "ends": "2026-11-03T18:00:00+04:00"}
    moved = await office.refuses("officer", "MoveEvent", id=event["id"], **hours, reason="Snow")
    off = await office.refuses("officer", "CancelEvent", id=event["id"], reason="Snow")

    assert refused.value.code == stale == moved == off == "impact-not-seen"
    assert seen["impact"]["impact"] in refused.value.problem["detail"]
    assert (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()["requests"][0]["status"] == "accepted"


async def test_who_is_registered_is_counted_and_a_rush_does_not_void_the_look(office: Office) -> None:
    event = await an_event(office, "registration_open", capacity=1)
    await with_session(office, event, room="Akt zalı")
    await registers(office, event)
    await registers(office, event)
    await knocks(office, event)

    [seen] = await impacts_of(office, "events", event)
    await registers(office, event)
    await office.does("officer", "CancelEvent", id=event["id"], reason="Snow", impact=seen["impact"]["impact"])

    people = [
        (each["what"], each["status"], each["people"], each["if_cancelled"])
        for each in seen["impact"]["dependents"]
        if each["kind"] == "registrations"
    ]
    assert people == [
        ("guests", "pending", 1, "cancelled"),
        ("accounts", "registered", 1, "cancelled"),
        ("accounts", "waiting", 1, "cancelled"),
    ]
    async with office.database.transaction() as session:
        statuses = set(await session.scalars(select(col(Registration.status))))
    assert statuses == {"cancelled"}


async def test_who_may_not_read_a_visit_is_told_nothing_of_what_depends_on_it(office: Office) -> None:
    visit, _ = await asked(office, await a_visit(office, unit="physics"))

    ours = await impacts_of(office, "visits", visit, role="faculty_coordinator", units=["physics"])
    theirs = await impacts_of(office, "visits", visit, role="faculty_coordinator", units=["history"])
    student = await impacts_of(office, "visits", visit, role="student", person_id=uuid4())
    street = await office.asks(None, "POST", "/visits/impact/read", json={"ids": [visit["id"]]})

    assert [each["id"] for each in ours] == [visit["id"]]
    assert theirs == student == []
    assert street.status_code == 401

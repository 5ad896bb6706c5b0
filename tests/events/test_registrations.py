"""Who comes to an event: places in order, a line that moves by itself, guests by their links, and nobody too many."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from korpu_chassis.persistence import store
from korpu_events.registrations.tables import Registration
from tests.events.attending import (
    GUEST,
    a_guest,
    as_guest,
    counted,
    knocks,
    newest,
    registers,
    shown,
    written_to,
)
from tests.events.conferences import ENDS, STARTS, an_event
from tests.events.stopping import stops
from tests.office import Office, Refused

OPEN = "registration_open"


async def test_places_are_given_in_order_and_the_line_moves_by_itself(office: Office) -> None:
    event, first = await an_event(office, OPEN, capacity=2), uuid4()
    one, two = await registers(office, event, first), await registers(office, event)
    full = await shown(office, event, "event")
    three, four = await registers(office, event), await registers(office, event)

    assert [each["status"] for each in (one, two, three, four)] == ["registered", "registered", "waiting", "waiting"]
    assert (full["status"], one["state"]["code"]) == ("full", f"{event['code']}-0001")
    assert [each["state"]["line"] for each in (three, four)] == [1, 2]

    gone = await office.does("student", "CancelRegistration", id=one["id"], by={"person_id": first})

    assert gone["state"]["cancelled_by"] == "registrant"
    assert [(await shown(office, each))["status"] for each in (three, four)] == ["registered", "waiting"]
    assert await office.said_about(three["id"]) == ["queued", "place_given"]
    assert (await shown(office, event, "event"))["status"] == "full"

    await office.does("officer", "ChangeEvent", id=event["id"], capacity=4)

    assert (await shown(office, four))["status"] == "registered"
    assert (await shown(office, event, "event"))["status"] == OPEN
    assert (await office.said_about(event["id"]))[-3:] == ["full", "changed", "places_free"]
    assert await office.refuses("officer", "ChangeEvent", id=event["id"], capacity=2) == "event-places-taken"
    again = await registers(office, event, first)
    assert again["status"] == "registered"
    assert await counted(office, event) == (4, 4)


async def test_one_registers_once_while_registration_is_open_and_calls_off_what_is_the_own(office: Office) -> None:
    event, draft, person = await an_event(office, OPEN), await an_event(office), uuid4()
    mine = await registers(office, event, person)

    async def refusal(person: Any, event: Any) -> str:
        return await office.refuses("student", "RegisterForEvent", by={"person_id": person}, event_id=event["id"])

    assert await refusal(person, event) == "registered-already"
    assert await refusal(person, draft) == "not-found"
    assert await refusal(None, event) == "registrant-unknown"
    assert await office.refuses(None, "RegisterForEvent", event_id=event["id"]) == "unauthenticated"
    assert (
        await office.refuses("student", "CancelRegistration", id=mine["id"], by={"person_id": uuid4()}) == "not-found"
    )
    assert (await office.asks("student", "GET", f"/registration/{mine['id']}", person_id=uuid4())).status_code == 404
    head = await office.does("head", "RegisterForEvent", event_id=event["id"])
    assert (head["status"], head["state"]["person_id"]) == ("registered", None)

    await office.does("officer", "CloseRegistration", id=event["id"])
    assert await refusal(uuid4(), event) == "registration-not-open"
    await office.waits_until(STARTS + timedelta(minutes=1))
    own = {"id": mine["id"], "by": {"person_id": person}}
    assert await office.refuses("student", "CancelRegistration", **own) == "registration-event-has-begun"


async def test_a_place_that_is_freed_after_closing_still_goes_to_the_first_in_line(office: Office) -> None:
    event = await an_event(office, OPEN, capacity=1)
    one, two = await registers(office, event), await registers(office, event)
    await office.does("officer", "CloseRegistration", id=event["id"])

    await office.does("officer", "CancelRegistration", id=one["id"])

    assert (await shown(office, two))["status"] == "registered"
    assert (await shown(office, event, "event"))["status"] == "closed"
    await office.does("officer", "OpenRegistration", id=event["id"])
    assert (await shown(office, event, "event"))["status"] == "full"


async def test_who_registered_is_told_that_an_event_is_called_off(office: Office) -> None:
    event = await an_event(office, OPEN, capacity=1)
    one, two = await registers(office, event), await registers(office, event)
    await knocks(office, event)
    guest = await newest(office)

    await stops(office, "CancelEvent", event, reason="Snow")

    for each, before in ((one, "registered"), (two, "waiting"), (guest, "pending")):
        last = (await office.messages_about(each["id"]))[-1]
        assert (last["change"], last["state"]["status"]) == ({"by": "event", "before": before}, "cancelled")


async def test_of_many_at_once_none_is_lost_and_none_is_too_many(office: Office) -> None:
    """Two hundred people press the button at the same moment, and some who have a place call it off meanwhile."""
    event = await an_event(office, OPEN, capacity=50)
    owners = [uuid4() for _ in range(5)]
    early = [await registers(office, event, person) for person in owners]

    async def comes() -> str:
        """Whoever is told that too many ask at once asks again: nothing was done."""
        person = uuid4()
        for _ in range(20):
            try:
                return str((await registers(office, event, person))["status"])
            except Refused as refused:
                if refused.status != 503:
                    raise
        return "lost"

    leaving = [
        office.does("student", "CancelRegistration", id=each["id"], by={"person_id": person})
        for each, person in zip(early, owners, strict=True)
    ]
    said = await asyncio.gather(*(comes() for _ in range(200)), *leaving)

    assert {str(each) for each in said[:200]} <= {"registered", "waiting"}
    assert await counted(office, event) == (50, 50)
    async with office.database.transaction() as session:
        found = (await session.scalars(select(Registration))).all()
    waiting = sorted((each for each in found if each.status == "waiting"), key=lambda each: each.line or 0)
    placed = [each for each in found if each.status == "registered"]
    assert (len(found), len(waiting)) == (205, 150)
    assert len({each.code for each in found}) == 205
    assert [each.code for each in waiting] == sorted(each.code for each in waiting)
    assert max(each.code for each in placed) < min(each.code for each in waiting)
    assert (await shown(office, event, "event"))["status"] == "full"


async def test_a_guest_confirms_the_address_sees_the_place_and_gives_it_up(office: Office) -> None:
    event = await an_event(office, OPEN, capacity=1, online_link="https://meet.example.org/secret")
    asked = await knocks(office, event)
    pending = await newest(office)
    first = await written_to(office, pending)

    assert (asked.status_code, asked.json()) == (202, {"confirm_within_hours": 48})
    assert (pending["status"], pending["guest"], pending["country"]) == ("pending", True, "DE")
    assert await counted(office, event) == (0, 0)
    before = (await as_guest(office, "see", first)).json()["shown"]
    assert (before["status"], before["name"], "online_link" in before) == ("pending", GUEST["name"], False)

    confirmed = (await as_guest(office, "accept", first)).json()
    own = str(confirmed.pop("further")).partition(".")[2]

    assert confirmed == {"kind": "registration", "side": "guest", "status": "registered"}
    assert (await as_guest(office, "see", own)).json()["shown"]["online_link"] == "https://meet.example.org/secret"
    for spent in (first, "guessed"):
        assert (await as_guest(office, "accept", spent)).json()["code"] == "not-found"
    assert (await as_guest(office, "accept", own)).json()["code"] == "registration-address-confirmed"
    waits = await registers(office, event)
    given_up = await as_guest(office, "reject", own, comment="I am ill: +49 151 23456789")
    assert given_up.json()["status"] == "cancelled"
    assert (await shown(office, waits))["status"] == "registered"
    assert (await as_guest(office, "see", own)).json()["code"] == "not-found"
    everything = str([await office.messages_about(pending["id"]), await office.audit_of(pending["id"])])
    for private in (GUEST["name"], "Weber", "weber", "bonn", "Bonn", "23456789", "meet.example.org"):
        assert private not in everything


async def test_the_door_tells_nobody_who_has_asked_before(office: Office) -> None:
    event = await an_event(office, OPEN)
    registration, _ = await a_guest(office, event)

    again = await knocks(office, event, "Anna.Weber@Uni-Bonn.DE", name="Somebody Else")
    said = await office.said_about(registration["id"])
    await office.waits_until(office.clock.now() + timedelta(hours=2))
    later = await knocks(office, event)

    assert (again.status_code, again.json()) == (later.status_code, later.json()) == (202, {"confirm_within_hours": 48})
    assert said == ["requested", "link_opened", "made"]
    assert await office.said_about(registration["id"]) == [*said, "link_asked"]
    assert (await newest(office))["id"] == registration["id"]
    assert (await knocks(office, {"id": str(uuid4())})).status_code == 404
    assert (await knocks(office, event, "not an address")).status_code == 422
    await office.does("officer", "CloseRegistration", id=event["id"])
    assert (await knocks(office, event, "new@example.org")).json()["code"] == "registration-not-open"


async def test_an_address_that_nobody_confirms_is_forgotten_and_links_are_for_guests_alone(office: Office) -> None:
    event = await an_event(office, OPEN)
    await knocks(office, event)
    pending, person = await newest(office), await registers(office, event)
    secret = await written_to(office, pending)

    await office.waits_until(office.clock.now() + timedelta(hours=49))

    state = await shown(office, pending)
    assert (state["status"], state["cancelled_by"], state["forgotten"]) == ("cancelled", "unconfirmed", True)
    assert (await as_guest(office, "accept", secret)).status_code == 404
    about = {"kind": "registration", "id": person["id"], "side": "guest"}
    refused = await office.asks("officer", "POST", "/guest-links", json=about)
    assert refused.json()["code"] == "registration-needs-no-link"


async def test_who_a_guest_is_reads_the_desk_and_it_is_deleted_half_a_year_later(office: Office) -> None:
    event = await an_event(office, OPEN, online_link="https://meet.example.org/secret")
    guest, person = (await a_guest(office, event))[0], uuid4()
    mine = await registers(office, event, person)
    asked = {"ids": [guest["id"], mine["id"]], "fields": ["name", "email", "online_link"]}

    async def read(role: str, **by: Any) -> Any:
        return (await office.asks(role, "POST", "/registrations/read", json=asked, **by)).json()["registrations"]

    by_id = {each["id"]: each for each in await read("officer")}
    assert by_id[guest["id"]]["email"] == "anna.weber@uni-bonn.de"
    assert await read("faculty_coordinator", units=["history"]) == []
    link = "https://meet.example.org/secret"
    assert await read("student", person_id=person) == [{"id": mine["id"], "online_link": link}]
    async with office.database.transaction() as session:
        looks = (await session.execute(select(store.read_log).where(store.read_log.c.subject == "officer-1"))).all()
    assert {str(each.about) for each in looks} == {guest["id"], mine["id"]}

    await office.waits_until(ENDS + timedelta(days=182))

    assert (await read("officer"))[0]["name"] is None
    state = await shown(office, guest)
    assert (state["forgotten"], state["country"]) == (True, "DE")
    assert (await office.said_about(event["id"]))[-2:] == ["report_overdue", "guests_forgotten"]
    assert [each for each in await office.said_about(event["id"]) if each == "starts_soon"] == ["starts_soon"] * 2

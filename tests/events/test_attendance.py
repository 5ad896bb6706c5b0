"""Who was there: let in by a ticket, named on a list, counted by country, and absent when nobody saw them."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.events.attending import a_guest, as_guest, registers, shown
from tests.events.conferences import ENDS, STARTS, an_event
from tests.office import Office

OPEN = "registration_open"
FIRST_MORNING = STARTS - timedelta(hours=1)


async def ticket_of(office: Office, secret: str) -> str:
    """What stands on a guest's ticket."""
    return str((await as_guest(office, "see", secret)).json()["shown"]["ticket"])


async def test_a_ticket_lets_in_once_at_its_own_event(office: Office) -> None:
    event, other = await an_event(office, OPEN), await an_event(office, OPEN)
    guest, secret = await a_guest(office, event)
    another, second = await a_guest(office, other, "b@example.org")
    ticket = await ticket_of(office, secret)
    known: dict[str, Any] = {"id": guest["id"], "event_id": event["id"], "ticket": ticket}

    assert await office.refuses("officer", "CheckIn", **known) == "attendance-too-early"
    await office.waits_until(FIRST_MORNING)
    assert await office.refuses("officer", "CheckIn", **known | {"event_id": other["id"]}) == (
        "registration-of-another-event"
    )
    wrong = await ticket_of(office, second)
    assert await office.refuses("officer", "CheckIn", **known | {"ticket": wrong}) == "registration-ticket-unknown"
    assert await office.refuses("student", "CheckIn", **known, by={"person_id": uuid4()}) == "forbidden"

    first = await office.does("officer", "CheckIn", **known | {"ticket": ticket.lower().replace("-", " ")})
    again = await office.does("officer", "CheckIn", **known)

    assert (first["status"], again["status"]) == ("attended", "attended")
    assert first["state"]["attended_at"] == again["state"]["attended_at"]
    assert (await office.said_about(guest["id"]))[-2:] == ["attended", "shown_again"]
    everything = str([await office.messages_about(guest["id"]), await office.audit_of(guest["id"])])
    assert ticket not in everything
    assert ticket.replace("-", "") not in everything
    assert (await shown(office, another))["status"] == "registered"


async def test_a_list_says_who_was_there_and_the_report_who_was_not(office: Office) -> None:
    event, other = await an_event(office, OPEN, capacity=4), await an_event(office, OPEN)
    from_here, from_turkey = await registers(office, event), await registers(office, event, country="TR")
    guest, _ = await a_guest(office, event)
    late = await registers(office, event, country="TR")
    waits, elsewhere = await registers(office, event), await registers(office, other)
    come = [each["id"] for each in (from_here, from_turkey, guest, guest)]

    async def refusal(*named: Any) -> str:
        ids = [each["id"] for each in named]
        return await office.refuses("officer", "RecordAttendance", id=event["id"], registration_ids=ids)

    assert await refusal(guest) == "attendance-too-early"
    await office.waits_until(ENDS + timedelta(hours=1))
    assert await refusal(guest, waits) == "registration-without-place"
    assert await refusal(elsewhere) == "registration-of-another-event"
    assert await refusal({"id": str(uuid4())}) == "not-found"

    for _ in range(2):
        await office.does("officer", "RecordAttendance", id=event["id"], registration_ids=come)
    typed = {"id": event["id"], "delegates": [{"country": "DE", "people": 40}]}
    assert await office.refuses("officer", "CountDelegates", **typed) == "event-delegates-are-counted"
    await office.does("officer", "ReportEvent", id=event["id"], report={"en": "Three people came."})

    told = await shown(office, event, "event")
    assert told["delegates"] == [{"country": "DE", "people": 1}, {"country": "TR", "people": 1}]
    statuses = [(await shown(office, each))["status"] for each in (from_here, from_turkey, guest, late, waits)]
    assert statuses == ["attended", "attended", "attended", "absent", "waiting"]
    recorded = [each["change"] for each in await office.messages_about(event["id"]) if "attendance" in each["type"]]
    assert recorded == [{"people": 3}, {"people": 0}]

    await office.does("officer", "RecordAttendance", id=event["id"], registration_ids=[late["id"]])
    assert (await shown(office, event, "event"))["delegate_count"] == 3
    await office.waits_until(ENDS + timedelta(hours=1, minutes=1))
    await office.does("officer", "ReportEvent", id=other["id"], report={"en": "Nobody was counted."})
    assert (await shown(office, elsewhere))["status"] == "registered"

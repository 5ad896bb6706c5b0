"""Sessions of events: inside their hours, in the one diary with visits, and moved with their event."""

from typing import Any

import pytest

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.events.domain.programme import put
from korpu_events.events.parts import Session
from korpu_events.events.refusals.sessions import TooManySessions
from tests.events.conferences import ENDS, STARTS, a_session, an_event, with_session
from tests.events.delegations import DEAN, INTERPRETER, RECTOR, a_visit, an_item, booked
from tests.events.stopping import impacts_of, stops
from tests.office import Office, Refused


async def test_sessions_lie_within_the_event(office: Office) -> None:
    event = await an_event(office)

    codes = [
        await office.refuses("officer", "AddEventSession", id=event["id"], **a_session(*hours))
        for hours in (
            ("2026-10-05T11:00", "2026-10-05T11:00"),
            ("2026-10-05T08:00", "2026-10-05T10:00"),
            ("2026-10-06T17:00", "2026-10-06T19:00"),
        )
    ]
    whole = await with_session(office, event, starts="2026-10-05T22:00", ends="2026-10-06T01:00")
    dropped = await office.does("officer", "DropEventSession", id=event["id"], session_id=whole["id"])

    assert codes == ["event-session-backwards", "event-session-outside", "event-session-outside"]
    assert dropped["state"]["sessions"] == []
    assert await office.refuses("officer", "DropEventSession", id=event["id"], session_id=whole["id"]) == (
        "event-session-unknown"
    )


def test_a_programme_has_an_end() -> None:
    sessions = [Session(title=LocalizedText.of(Texts(en="S")), starts=STARTS, ends=ENDS) for _ in range(201)]

    with pytest.raises(TooManySessions) as refused:
        put(sessions[:200], sessions[200])

    assert refused.value.code == "event-too-many-sessions"
    assert len(put(sessions[:200], sessions[0])) == 200


async def test_a_session_is_written_anew(office: Office) -> None:
    event = await an_event(office)
    first = await with_session(office, event, speakers=[RECTOR])

    again: dict[str, Any] = {**a_session(), "title": {"en": "Opening words"}}
    changed = await office.does("officer", "ChangeEventSession", id=event["id"], session_id=first["id"], **again)

    assert changed["state"]["sessions"][0]["title"]["revision"] == 2
    assert changed["state"]["sessions"][0]["speakers"] == []
    assert (await office.messages_about(event["id"]))[-1]["change"]["changed"][0]["id"] == first["id"]


async def test_visits_and_events_have_one_diary(office: Office) -> None:
    visit, event = await a_visit(office), await an_event(office)
    await office.does("officer", "AddResource", kind="room", name="Akt zalı", spellings=["Böyük zal"])
    await booked(office, visit, room="Böyük zal", host_id=RECTOR)

    for taken, path in (({"room": "akt-zali"}, "room"), ({"speakers": [DEAN, RECTOR]}, "speakers.1")):
        with pytest.raises(Refused) as refused:
            await with_session(office, event, starts="2026-10-05T10:30", ends="2026-10-05T12:00", **taken)
        assert (refused.value.code, refused.value.problem["path"]) == ("programme-already-booked", path)
        assert visit["state"]["code"] in refused.value.problem["detail"]
    await with_session(office, event, starts="2026-10-05T11:00", ends="2026-10-05T12:00", room="Akt zalı")

    with pytest.raises(Refused) as refused:
        await booked(office, visit, starts="2026-10-05T11:30", ends="2026-10-05T12:30", room="Akt zalı")
    assert event["code"] in refused.value.problem["detail"]
    assert "Opening" in refused.value.problem["detail"]


async def test_a_postponed_visit_finds_its_interpreter_at_an_event(office: Office) -> None:
    visit, event = await a_visit(office), await an_event(office)
    pair = [{"person_id": INTERPRETER, "from_language": "az", "to_language": "de"}]
    await office.does("officer", "NameHosts", id=visit["id"], interpreters=pair)
    await booked(office, visit, interpreters=[INTERPRETER])
    await stops(office, "PostponeVisit", visit, reason="Snow")

    await with_session(office, event, interpreters=[INTERPRETER])
    days: dict[str, Any] = {"starts": "2026-10-05", "ends": "2026-10-07"}
    with pytest.raises(Refused) as refused:
        await office.does("officer", "RescheduleVisit", id=visit["id"], **days)

    assert refused.value.code == "programme-already-booked"
    assert event["code"] in refused.value.problem["detail"]
    await stops(office, "CancelEvent", event, reason="Nobody came")
    await office.does("officer", "RescheduleVisit", id=visit["id"], **days)


async def test_rooms_of_an_event_are_those_of_the_list(office: Office) -> None:
    room = (await office.does("officer", "AddResource", kind="room", name="Akt zalı", capacity=2))["id"]
    event = await an_event(office)

    session = a_session(room_id=room)
    small = await office.does("officer", "AddEventSession", id=event["id"], **session)
    unclear = a_session(room_id=event["id"])
    await office.does("officer", "RetireResource", id=room, reason="Təmir")
    gone = a_session(starts="2026-10-05T12:00", ends="2026-10-05T13:00", room="Akt zalı")

    assert [each["code"] for each in small["warnings"]] == ["programme-too-few-seats"]
    assert await office.refuses("officer", "AddEventSession", id=event["id"], **unclear) == "programme-resource-unclear"
    assert await office.refuses("officer", "AddEventSession", id=event["id"], **gone) == "programme-resource-retired"


async def test_what_is_booked_already_does_not_hinder_another_change(office: Office) -> None:
    here, event = await a_visit(office), await an_event(office)
    await booked(office, here, room="Böyük zal")
    await with_session(office, event, room="Akt zalı")
    await office.does("officer", "AddResource", kind="room", name="Akt zalı", spellings=["Böyük zal"])

    later = an_item(starts="2026-10-05T15:00", ends="2026-10-05T16:00", room="Akt zalı")
    after = await office.does("officer", "AddProgrammeItem", id=here["id"], **later)

    assert len(after["state"]["programme"]) == 2


async def test_a_lecture_at_ten_stays_one_at_ten_across_a_change_of_summer_time(office: Office) -> None:
    berlin: dict[str, Any] = {
        "time_zone": "Europe/Berlin",
        "starts": "2026-10-24T07:00:00Z",
        "ends": "2026-10-24T15:00:00Z",
    }
    event = await an_event(office, **berlin)
    lecture: dict[str, Any] = {"title": {"en": "L"}, "starts": "2026-10-24T08:00:00Z", "ends": "2026-10-24T09:30:00Z"}
    await office.does("officer", "AddEventSession", id=event["id"], **lecture)

    moved = await stops(
        office, "MoveEvent", event, starts="2026-10-26T08:00:00Z", ends="2026-10-26T16:00:00Z", reason="R"
    )

    [session] = moved["state"]["sessions"]
    assert (session["starts"], session["ends"]) == ("2026-10-26T09:00:00Z", "2026-10-26T10:30:00Z")
    assert (moved["state"]["starts_on"], moved["state"]["ends_on"]) == ("2026-10-26", "2026-10-26")


async def test_an_event_moves_onto_the_29th_of_february_and_ends_at_midnight(office: Office) -> None:
    event = await an_event(office)
    await with_session(office, event, starts="2026-10-06T10:00", ends="2026-10-06T11:00")

    hours: dict[str, Any] = {
        "starts": "2028-02-28T09:00:00+04:00",
        "ends": "2028-03-01T00:00:00+04:00",
        "reason": "The rector is away",
    }
    moved = await stops(office, "MoveEvent", event, **hours)

    assert moved["state"]["sessions"][0]["starts"] == "2028-02-29T06:00:00Z"
    assert (moved["state"]["starts_on"], moved["state"]["ends_on"]) == ("2028-02-28", "2028-02-29")
    assert (await office.messages_about(event["id"]))[-1]["change"]["before"] == "2026-10-05T05:00:00Z"


async def test_an_event_is_not_moved_where_its_people_are_busy_or_its_sessions_do_not_fit(office: Office) -> None:
    visit, event = await a_visit(office, starts="2026-11-02", ends="2026-11-03"), await an_event(office)
    await with_session(office, event, starts="2026-10-06T10:00", ends="2026-10-06T11:00", speakers=[RECTOR])
    await booked(office, visit, starts="2026-11-03T10:30", ends="2026-11-03T11:30", host_id=RECTOR)
    to: dict[str, Any] = {"starts": "2026-11-02T09:00:00+04:00", "ends": "2026-11-03T18:00:00+04:00", "reason": "R"}

    [seen] = await impacts_of(office, "events", event)
    to["impact"] = seen["impact"]["impact"]
    busy = await office.refuses("officer", "MoveEvent", id=event["id"], **to)
    short = await office.refuses("officer", "MoveEvent", id=event["id"], **{**to, "ends": "2026-11-02T18:00:00+04:00"})
    backwards = await office.refuses("officer", "MoveEvent", id=event["id"], **{**to, "ends": to["starts"]})
    past: dict[str, Any] = {**to, "starts": "2026-09-01T09:00:00+04:00", "ends": "2026-09-02T09:00:00+04:00"}

    assert (busy, short, backwards) == ("programme-already-booked", "event-session-outside", "event-backwards")
    assert await office.refuses("officer", "MoveEvent", id=event["id"], **past) == "event-is-over"

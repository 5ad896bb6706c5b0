"""A conference is planned, announced to everybody, moved out of a delegation's way, and called off."""

import pytest

from korpu_local.portal import Refused
from tests.journeys.conferences import a_conference
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.watching import over_websocket

pytestmark = pytest.mark.journey

SHOWN = """query($id: ID!) {
    event(id: $id) {
        status title { text(lang: AZ) } place online sessions { title { text(lang: EN) } room } timeZone startsOn
        budget { purpose } overdue availableActions
    }
    events(filter: {kind: [CONFERENCE], visibility: [PUBLIC]}, orderBy: {by: STARTS, direction: DESC}, first: 100) {
        nodes { id }
    }
}"""
IMPACT = "query($id: ID!) { event(id: $id) { impact { code dependents { kind status ifPostponed ifCancelled } } } }"
CHANGED = "subscription { eventChanged { id status } }"


def test_a_conference_is_announced_to_everybody_and_shares_the_diary_of_visits(
    office: Office, department: Department
) -> None:
    event, rector = a_conference(office, online_link="https://meet.example.org/x"), office.person(kind="staff")
    visit = office.planned(office.visit(in_days=7))
    day = office.days.day(7)
    hour: Thing = {"starts": f"{day}T10:00:00+04:00", "ends": f"{day}T11:00:00+04:00"}
    meeting: Thing = {"kind": "meeting", "title": {"en": "Meeting"}, "host_id": bare(rector["id"]), **hour}
    office.officer.does("AddProgrammeItem", id=visit["id"], **meeting)

    with pytest.raises(Refused) as refused:
        office.officer.does(
            "AddEventSession", id=event["id"], title={"en": "Opening"}, speakers=[bare(rector["id"])], **hour
        )
    assert refused.value.code == "programme-already-booked"
    assert office.anybody.asks(SHOWN, id=event["id"])["event"] is None
    later: Thing = {each: f"{day}T{number}:00:00+04:00" for each, number in (("starts", 14), ("ends", 15))}
    opening: Thing = {
        "title": {"az": "Açılış", "en": "Opening"},
        "speakers": [bare(rector["id"])],
        "room": office.named("Zal"),
    }
    office.officer.does("AddEventSession", id=event["id"], **opening, **later)

    with over_websocket(*office.entrance(None), CHANGED) as told:
        office.head.does("PublishEvent", id=event["id"])
        assert told()["eventChanged"] == {"id": event["id"], "status": "PUBLISHED"}
    seen = eventually(lambda: office.anybody.asks(SHOWN, id=event["id"]), lambda told: told["event"] is not None)
    assert seen["event"]["sessions"] == [{"title": {"text": "Opening"}, "room": opening["room"]}]
    assert seen["event"]["budget"] is None
    assert seen["event"]["availableActions"] == []
    assert seen["event"]["online"] is True
    assert event["id"] in [each["id"] for each in seen["events"]["nodes"]]

    impact = office.head.asks(IMPACT, id=event["id"])["event"]["impact"]
    assert {(each["kind"], each["ifPostponed"], each["ifCancelled"]) for each in impact["dependents"]} == {
        ("person_booking", "moved", "released"),
        ("room_booking", "moved", "released"),
    }
    assert office.anybody.asks(IMPACT, id=event["id"])["event"]["impact"] is None
    office.head.does("CancelEvent", id=event["id"], reason="The speaker is ill", impact=impact["code"])
    said = department.hears("events.events.v1", event, "event.cancelled")
    assert b"meet.example.org" not in said.raw
    assert office.anybody.asks(SHOWN, id=event["id"])["event"]["status"] == "CANCELLED"


def test_who_is_sent_abroad_by_an_order_speaks_at_no_event_of_these_days(office: Office) -> None:
    lecturer = office.person(kind="staff")
    trip = office.trip(lecturer)
    office.officer.does("SubmitTrip", id=trip["id"])
    office.head.does("ApproveTrip", id=trip["id"], order_number="19-E", order_date=office.days.today)
    day = trip["ends"]
    event = a_conference(office, starts=f"{day}T09:00:00+04:00", ends=f"{day}T18:00:00+04:00")
    hour: Thing = {"starts": f"{day}T10:00:00+04:00", "ends": f"{day}T11:00:00+04:00"}
    session: Thing = {"title": {"en": "Opening"}, "speakers": [bare(lecturer["id"])], **hour}

    def refusal() -> str:
        """Why the lecturer does not speak; whoever was taken in, because the trip is not known yet, is taken out."""
        try:
            taken = office.officer.does("AddEventSession", more="sessions { id }", id=event["id"], **session)
        except Refused as refused:
            return str(refused)
        for each in taken["sessions"]:
            office.officer.does("DropEventSession", id=event["id"], session_id=each["id"])
        return ""

    told = eventually(refusal, lambda said: said != "")

    assert "programme-already-booked" in told
    assert trip["code"] in told

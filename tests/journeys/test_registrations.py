"""A conference fills up, a guest without an account waits, gets the place that is freed, and gives it up again."""

import pytest

from korpu_local.portal import Refused
from tests.journeys.conferences import Guest, a_conference
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

SEEN = """query($id: ID!) {
    event(id: $id) { status registrations(first: 10, orderBy: {by: CODE}) { totalCount nodes { id status name } } }
}"""
MINE = "query($id: ID!) { registration(id: $id) { status onlineLink email availableActions } }"


def test_a_guest_waits_gets_the_place_that_is_freed_and_gives_it_up(office: Office, department: Department) -> None:
    link = "https://meet.example.org/inside"
    event = a_conference(office, opened=True, capacity=1, online_link=link)
    person = office.person()
    student = office.as_role("student", person_id=bare(person["id"]))

    mine = student.does("RegisterForEvent", event_id=event["id"], more="event { id } person { id }")
    assert (mine["status"], mine["event"]["id"], mine["person"]["id"]) == ("REGISTERED", event["id"], person["id"])
    with pytest.raises(Refused) as again:
        student.does("RegisterForEvent", event_id=event["id"])
    assert again.value.code == "registered-already"
    own = eventually(lambda: student.asks(MINE, id=mine["id"]), lambda told: told["registration"] is not None)
    assert own["registration"] == {
        "status": "REGISTERED",
        "onlineLink": link,
        "email": None,
        "availableActions": ["cancelRegistration"],
    }

    guest = Guest(office, event, name="Anna Weber", email=f"{office.mark}@uni-bonn.de", affiliation="Bonn")
    assert (guest.answered.status_code, guest.row()["status"], guest.row()["name"]) == (202, "PENDING", "Anna Weber")
    assert guest.confirms(guest.letter()) == "waiting"
    assert "online_link" not in guest.sees()["shown"]
    assert office.anybody.asks(SEEN, id=event["id"])["event"]["registrations"]["totalCount"] == 0

    student.does("CancelRegistration", id=mine["id"])
    moved: Thing = {"id": guest.row()["id"]}
    said = department.hears("events.registrations.v1", moved, "registration.place_given")
    assert b"Weber" not in said.raw
    assert b"uni-bonn" not in said.raw
    assert guest.sees()["shown"]["online_link"] == link
    full = eventually(lambda: office.anybody.asks(SEEN, id=event["id"])["event"], lambda told: told["status"] == "FULL")
    assert full["registrations"]["nodes"] == []

    assert guest.gives_up("I am ill").json()["status"] == "cancelled"
    assert guest.sees()["code"] == "not-found"
    free = eventually(
        lambda: office.officer.asks(SEEN, id=event["id"])["event"], lambda told: told["status"] == "REGISTRATION_OPEN"
    )
    assert [each["status"] for each in free["registrations"]["nodes"]] == ["CANCELLED", "CANCELLED"]

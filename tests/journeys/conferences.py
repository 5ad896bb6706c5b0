"""Conferences as journeys need them: planned, and perhaps announced and opened for registration."""

from collections.abc import Mapping
from typing import Any

import httpx

from tests.journeys.departments import bare
from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually


def a_conference(
    office: Office, *, announced: bool = False, opened: bool = False, in_days: int = 7, **about: Any
) -> Thing:
    """A conference of one day is planned, perhaps announced, and perhaps opened for registration."""
    day = office.days.day(in_days)
    given = {
        "kind": "conference",
        "title": {"az": office.named("Konfrans"), "en": office.named("Conference")},
        "summary": {"az": "Mübadilə haqqında", "en": "On exchange"},
        "starts": f"{day}T09:00:00+04:00",
        "ends": f"{day}T18:00:00+04:00",
        "place": "Akt zalı",
        "capacity": 40,
        "unit": PHILOLOGY,
        **about,
    }
    event = office.officer.does("DraftEvent", more="correlationId starts ends", **given)
    if announced or opened:
        event |= office.officer.does("PublishEvent", id=event["id"])
    return event | office.officer.does("OpenRegistration", id=event["id"]) if opened else event


def take_place(office: Office, event: Thing, *came: Thing) -> None:
    """Tomorrow's conference takes place, these are there, and then it is over."""
    office.days.becomes(office.days.day(1))
    office.officer.does("RecordAttendance", id=event["id"], registration_ids=[each["id"] for each in came])
    office.days.becomes(office.days.day(1))
    held = "query($id: ID!) { event(id: $id) { status } }"
    eventually(lambda: office.officer.asks(held, id=event["id"])["event"]["status"] == "HELD")


def attended(office: Office) -> Thing:
    """The officer was at a conference that is over."""
    event = a_conference(office, opened=True, in_days=1)
    registration = office.officer.does("RegisterForEvent", event_id=event["id"])
    take_place(office, event, registration)
    return registration


def registered(office: Office) -> Thing:
    """The officer has a place at a conference."""
    return office.officer.does("RegisterForEvent", event_id=a_conference(office, opened=True)["id"])


OF_GUESTS = """query($event: ID!) {
    registrations(filter: {event: $event, guest: true}, first: 100) { nodes { id status name email country } }
}"""


class Guest:
    """Somebody without an account, who wants to come to an event; all that they do, they do through the gateway."""

    def __init__(self, office: Office, event: Thing, **who: str) -> None:
        self.office, self.event, self.who = office, event, who
        self.gateway = office.entrance(None)[0]
        self.own = ""
        asked = {"event_id": bare(event["id"]), "country": "DE", "language": "de", **who}
        self.answered = self.posts("/events/guest-registrations", asked)

    def posts(self, path: str, body: Thing, token: str | None = None) -> httpx.Response:
        """Send it to the gateway."""
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return httpx.post(f"{self.gateway}{path}", json=body, headers=headers)

    def row(self) -> Thing:
        """How the officer sees it in the list."""

        def found() -> list[Thing]:
            nodes = self.office.officer.asks(OF_GUESTS, event=self.event["id"])["registrations"]["nodes"]
            return [each for each in nodes if each["email"] == self.who["email"]]

        return eventually(found, lambda those: those != [])[0]

    def letter(self) -> str:
        """The secret that the university sends by mail."""
        token = self.office.entrance("officer")[1]
        about = {"kind": "registration", "id": bare(self.row()["id"]), "side": "guest"}
        told = self.posts("/events/guest-links", about, token)
        assert told.status_code == 201, told.text
        return str(told.json()["link"]).removeprefix("/guest#events.")

    def confirms(self, secret: str) -> str:
        """Follow the link and say yes; the answer is how the registration stands."""
        told = self.posts("/events/guest-links/accept", {"secret": secret})
        assert told.status_code == 200, told.text
        self.own = str(told.json()["further"]).removeprefix("/guest#events.")
        return str(told.json()["status"])

    def sees(self) -> Thing:
        """What the own link shows."""
        told: Thing = self.posts("/events/guest-links/see", {"secret": self.own}).json()
        return told

    def gives_up(self, why: str) -> httpx.Response:
        """Call it off by the own link."""
        return self.posts("/events/guest-links/reject", {"secret": self.own, "comment": why})


def of_guests(confidant: Any) -> None:
    """Who comes to a conference without an account, and why not after all."""
    event = a_conference(confidant.office, opened=True)
    who = {"name": confidant.secret(), "email": confidant.mail(), "affiliation": confidant.secret()}
    guest = Guest(confidant.office, event, **who)
    guest.confirms(guest.letter())
    assert guest.gives_up(confidant.secret()).status_code == 200


def asking(office: Office, words: Mapping[str, str]) -> Thing:
    """A conference with one question for those who come."""
    event, more = a_conference(office), "feedbackQuestions { id }"
    given: Thing = {"questions": [{"text": words, "kind": "rating"}]}
    asked = office.officer.does("SetFeedbackQuestions", more=more, id=event["id"], **given)
    return event | {"part": asked["feedbackQuestions"][0]["id"]}

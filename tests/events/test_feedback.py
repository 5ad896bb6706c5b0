"""Those who were at an event say how it was: each once, by account or link, counted, and never with whoever said it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.persistence.store import read_log
from korpu_events.feedback.tables import FeedbackGiven, FeedbackWords
from tests.events.attending import a_guest, as_guest, registers
from tests.events.conferences import ENDS, an_event
from tests.office import Office
from tests.papers import link_to

QUESTIONS: list[dict[str, Any]] = [
    {"text": {"az": "Necə keçdi?", "en": "How was it?"}, "kind": "rating"},
    {"text": {"az": "Yenə gələrdiniz?", "en": "Would you come again?"}, "kind": "yes_no"},
    {"text": {"az": "Nə çatmadı?", "en": "What was missing?"}, "kind": "words"},
]
OPEN, CLOSED = ENDS + timedelta(hours=1), ENDS + timedelta(days=15)


async def asking(office: Office, **more: Any) -> Any:
    """A conference at which there will be questions."""
    event = await an_event(office, "registration_open", **{"capacity": 20, **more})
    return (await office.does("officer", "SetFeedbackQuestions", id=event["id"], questions=QUESTIONS))["state"]


async def held(office: Office, event: Any, *registrations: Any) -> None:
    """It is over, and these were there."""
    await office.waits_until(OPEN)
    ids = [each["id"] for each in registrations]
    await office.does("officer", "RecordAttendance", id=event["id"], registration_ids=ids)


def saying(event: Any, rating: int = 4, *, yes: bool = True, words: str | None = None) -> list[dict[str, Any]]:
    """Answers to all of it."""
    first, second, third = (each["id"] for each in event["feedback_questions"])
    said = [{"question_id": first, "rating": rating}, {"question_id": second, "yes": yes}]
    return [*said, {"question_id": third, "words": words}] if words else said


async def says(office: Office, event: Any, person: UUID | None, answers: list[dict[str, Any]]) -> Any:
    """Somebody with an account answers."""
    given = {"event_id": event["id"], "answers": answers}
    by = {"person_id": person} if person else {}
    response = await office.asks("student", "POST", "/feedback/give", json=given, **by)
    return response.json().get("code", response.status_code)


async def reads(office: Office, event: Any, role: str, **by: Any) -> Any:
    """What somebody is told of the answers; nothing, if they may know of none."""
    told = (await office.asks(role, "POST", "/feedback/read", json={"ids": [event["id"]]}, **by)).json()["events"]
    return told[0]["feedback"] if told else None


async def test_answers_are_counted_once_each_and_read_when_nobody_answers_any_more(office: Office) -> None:
    event, people = await asking(office), [uuid4() for _ in range(5)]
    registrations = [await registers(office, event, each) for each in people]
    await held(office, event, *registrations)
    before = [await office.messages_about(event["id"]), *[await office.audit_of(each["id"]) for each in registrations]]

    assert await reads(office, event, "student", person_id=people[0]) == {
        "until": "2026-10-20", "open": True, "waits_for_me": True, "answers": None, "questions": None,
    }  # fmt: skip
    for place, person in enumerate(people):
        said = saying(event, rating=place + 1, yes=place > 0, words="Coffee" if place == 0 else None)
        assert await says(office, event, person, said) == 200
    assert await says(office, event, people[0], saying(event)) == "feedback-given-already"
    running = await reads(office, event, "officer")
    after = [await office.messages_about(event["id"]), *[await office.audit_of(each["id"]) for each in registrations]]
    await office.waits_until(CLOSED)

    assert (running["answers"], running["questions"]) == (5, None)
    assert after == before
    told = await reads(office, event, "officer")
    rating, again, missing = told["questions"]
    assert (rating["people"], rating["mean"]) == (5, 3.0)
    assert again["counts"] == [{"answer": "no", "people": 1}, {"answer": "yes", "people": 4}]
    assert missing["words"] == ["Coffee"]
    outside = await reads(office, event, "auditor")
    assert (outside["answers"], outside["questions"][2]["words"], outside["questions"][0]["mean"]) == (5, None, 3.0)
    said = await office.messages_about(event["id"])
    assert [each["change"] for each in said if each["type"].endswith("feedback_closed.v1")] == [{"answers": 5}]
    assert await says(office, event, people[1], saying(event)) == "feedback-not-asked"
    async with office.database.transaction() as session:
        assert (await session.scalars(select(col(FeedbackGiven.event_id)))).all() == []


async def test_few_answers_are_for_the_organisers_alone(office: Office) -> None:
    event, person = await asking(office), uuid4()
    await held(office, event, await registers(office, event, person))
    await says(office, event, person, saying(event))
    await office.waits_until(CLOSED)

    other = {"units": ["history"]}
    assert (await reads(office, event, "faculty_coordinator", units=["philology"]))["questions"]
    assert await reads(office, event, "faculty_coordinator", **other) is None
    assert (await reads(office, event, "rectorate"))["questions"] is None
    assert (await reads(office, event, "student", person_id=person))["answers"] is None
    assert await reads(office, event, "student", person_id=uuid4()) is None


async def test_whoever_was_not_there_or_answers_something_else_is_refused(office: Office) -> None:
    event, person, absent = await asking(office), uuid4(), uuid4()
    here, _ = await registers(office, event, person), await registers(office, event, absent)
    first, second, third = (each["id"] for each in event["feedback_questions"])
    early = await says(office, event, person, saying(event))
    await held(office, event, here)

    wrong: list[list[dict[str, Any]]] = [
        [{"question_id": first, "yes": True}],
        [{"question_id": first, "rating": 3}, {"question_id": first, "rating": 3}],
        [{"question_id": second}],
        [{"question_id": str(uuid4()), "rating": 3}],
        [{"question_id": third, "words": "W", "rating": 3}],
    ]
    unfit = {await says(office, event, person, each) for each in wrong}
    invalid = {await says(office, event, person, [{"question_id": first, "rating": each}]) for each in (0, 6, "5")}

    assert early == "feedback-not-attended"
    assert {await says(office, event, each, saying(event)) for each in (absent, uuid4(), None)} == {early}
    assert (unfit, invalid) == ({"feedback-answer-unfit"}, {"invalid-input"})
    assert await says(office, event, person, saying(event)) == 200
    assert await office.refuses("officer", "SetFeedbackQuestions", id=event["id"], questions=[]) == "wrong-status"


async def test_of_many_answers_at_once_none_is_lost_and_none_counts_twice(office: Office) -> None:
    event, people = await asking(office), [uuid4() for _ in range(12)]
    await held(office, event, *[await registers(office, event, each) for each in people])

    said = await asyncio.gather(*(says(office, event, each, saying(event)) for each in [*people, *people]))
    await office.waits_until(CLOSED)

    assert (said.count(200), said.count("feedback-given-already")) == (12, 12)
    told = await reads(office, event, "officer")
    assert (told["answers"], told["questions"][0]["counts"]) == (12, [{"answer": "4", "people": 12}])


async def test_a_guest_answers_and_fetches_the_certificate_by_the_own_link(office: Office) -> None:
    event = await asking(office)
    guest, secret = await a_guest(office, event)
    other, another = await a_guest(office, event, "b@uni-bonn.de")
    await held(office, event, guest)
    made = await office.does("officer", "MakeAttendanceCertificate", registration_id=guest["id"], languages=["en"])
    paper = made["state"]

    shown = (await as_guest(office, "see", secret)).json()["shown"]
    answers = saying(event, words="Bread")
    given = await as_guest(office, "feedback", secret, answers=answers)
    twice = await as_guest(office, "feedback", secret, answers=answers)
    absent = await as_guest(office, "feedback", another, answers=answers)
    fetched = await as_guest(office, "certificate", secret, certificate_id=paper["id"])
    stolen = await as_guest(office, "certificate", another, certificate_id=paper["id"])

    assert (shown["feedback"][0]["kind"], shown["feedback"][0]["text"]) == ("rating", "Necə keçdi?")
    assert [each["id"] for each in shown["certificates"]] == [paper["id"]]
    assert (shown["status"], shown["answers"]) == ("attended", [])
    assert (given.status_code, twice.json()["code"]) == (200, "feedback-given-already")
    assert (absent.json()["code"], stolen.status_code, other["guest"]) == ("feedback-not-attended", 404, True)
    file = await office.asks(None, "GET", fetched.json()["url"].removeprefix("/events"))
    assert (file.status_code, file.content[:5]) == (200, b"%PDF-")
    assert (await as_guest(office, "see", secret)).json()["shown"]["feedback"] == []
    assert (await as_guest(office, "reject", secret, comment="No")).json()["code"] == "registration-event-has-begun"


@pytest.mark.parametrize("end", ["revoked", "link", "forgotten"])
async def test_a_certificate_is_fetched_no_longer_than_it_and_the_link_hold(office: Office, end: str) -> None:
    event = await asking(office)
    guest, secret = await a_guest(office, event)
    await held(office, event, guest)
    made = await office.does("officer", "MakeAttendanceCertificate", registration_id=guest["id"])
    known = {"certificate_id": made["id"]}
    assert (await as_guest(office, "certificate", secret, **known)).status_code == 200

    if end == "revoked":
        await office.does("officer", "RevokeEventPaper", id=made["id"], reason="A wrong name")
    elif end == "link":
        find = {"kind": "registration", "id": guest["id"]}
        links = (await office.asks("officer", "POST", "/guest-links/find", json=find)).json()["links"]
        await office.asks("officer", "DELETE", f"/guest-links/{links[0]['id']}")
    else:
        await office.waits_until(ENDS + timedelta(days=190))

    gone = await as_guest(office, "certificate", secret, **known)
    assert (gone.status_code, gone.json()["code"]) == (404, "not-found")
    if end == "forgotten":
        assert (await link_to(office, made["state"], "officer")).status_code == 404


async def test_each_fetch_is_in_the_access_log_of_the_guest_and_too_many_wait(office: Office) -> None:
    event = await asking(office)
    guest, secret = await a_guest(office, event)
    await held(office, event, guest)
    made = await office.does("officer", "MakeAttendanceCertificate", registration_id=guest["id"])
    known = {"certificate_id": made["id"]}

    statuses = [(await as_guest(office, "certificate", secret, **known)).status_code for _ in range(61)]

    assert statuses == [200] * 60 + [429]
    async with office.database.transaction() as session:
        looks = (await session.execute(select(read_log).where(read_log.c.about == UUID(guest["id"])))).all()
    fetched = [each.subject.partition(":")[0] for each in looks if each.fields[0].startswith("file:")]
    assert fetched == ["guest"] * 60


async def test_what_was_said_in_words_goes_with_the_guests_and_the_counts_stay(office: Office) -> None:
    event, person = await asking(office), uuid4()
    await held(office, event, await registers(office, event, person))
    await says(office, event, person, saying(event, words="My name is Anna"))

    await office.waits_until(ENDS + timedelta(days=190))

    async with office.database.transaction() as session:
        assert (await session.scalars(select(col(FeedbackWords.text)))).all() == []
    told = await reads(office, event, "officer")
    assert (told["questions"][0]["people"], told["questions"][2]["words"]) == (1, [])
    assert "Anna" not in str([await office.messages_about(event["id"]), await office.audit_of(event["id"])])

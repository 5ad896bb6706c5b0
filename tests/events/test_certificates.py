"""Certificates of attendance: for whoever was there, by a name that is known or said, while they are known."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.events.attending import a_guest, registers
from tests.events.conferences import ENDS, an_event
from tests.office import Office
from tests.papers import file_of, link_to, words

SIGNS: dict[str, Any] = {"signatory": "Leyla Həsənova", "signatory_function": {"az": "Şöbə müdiri", "en": "Head"}}


async def over(office: Office, *came: Any, event: Any) -> None:
    """The conference is over, and these were there."""
    await office.waits_until(ENDS + timedelta(hours=1))
    if came:
        ids = [each["id"] for each in came]
        await office.does("officer", "RecordAttendance", id=event["id"], registration_ids=ids)


async def made(office: Office, registration: Any, **given: Any) -> tuple[Any, str]:
    """The certificate, and what is written on it."""
    done = await office.does("officer", "MakeAttendanceCertificate", registration_id=registration["id"], **given)
    return done["state"], words(await file_of(office, done["state"]))


async def test_a_guest_is_certified_by_the_own_name_until_guests_are_forgotten(office: Office) -> None:
    title = {"az": "Beynəlxalq konfrans", "en": "International conference", "de": "Konferenz", "fr": "Conférence"}
    event = await an_event(office, "registration_open", title=title)
    guest, _ = await a_guest(office, event)
    await over(office, guest, event=event)

    paper, told = await made(office, guest, **SIGNS)
    other = await made(office, guest, languages=["de", "fr"], name="Dr. Anna Weber-Groß")
    await office.waits_until(ENDS + timedelta(days=190))
    forgotten = await office.refuses("officer", "MakeAttendanceCertificate", registration_id=guest["id"])

    for said in ("Certificate of attendance", "tədbirdə iştirak edib", "Anna Weber", "International conference"):
        assert said in told
    for said in ("5 October 2026", "6 October 2026", "Akt zalı", guest["code"], "Leyla Həsənova"):
        assert said in told
    assert ("Teilnahmebescheinigung" in other[1], "Weber-Groß" in other[1]) == (True, True)
    assert (paper["template"], paper["event_id"], paper["registration_id"], paper["person_id"]) == (
        "attendance_certificate", event["id"], guest["id"], None,
    )  # fmt: skip
    assert "Weber" not in str([await office.messages_about(paper["id"]), await office.audit_of(paper["id"])])
    assert forgotten == "paper-person-forgotten"
    assert (await link_to(office, paper, "officer")).status_code == 404


async def test_of_an_account_the_name_is_said_and_its_person_alone_fetches_it(office: Office) -> None:
    event, person = await an_event(office, "registration_open"), uuid4()
    registration = await registers(office, event, person)
    await over(office, registration, event=event)
    asked = {"registration_id": registration["id"]}

    nameless = await office.refuses("officer", "MakeAttendanceCertificate", **asked)
    student = await office.refuses("student", "MakeAttendanceCertificate", **asked, name="A", by={"person_id": person})
    paper, told = await made(office, registration, name="Aysel Məmmədova", languages=["az"])
    own = await link_to(office, paper, "student", person_id=person)
    stranger = await link_to(office, paper, "student", person_id=uuid4())
    state = {"id": str(person), "version": 2, "erased_on": "2026-10-07"}
    await office.hears("mobility.people.v1", "person.erased", state)

    assert (nameless, student) == ("paper-name-missing", "forbidden")
    assert "Aysel Məmmədova" in told
    assert paper["person_ids"] == [str(person)]
    assert (own.status_code, stranger.status_code) == (200, 404)
    assert (await link_to(office, paper, "officer")).status_code == 404


async def test_nobody_is_certified_before_the_end_or_who_was_not_seen(office: Office) -> None:
    event = await an_event(office, "registration_open")
    registration = await registers(office, event)
    asked: dict[str, Any] = {"registration_id": registration["id"], "name": "Aysel"}

    ahead = await office.refuses("officer", "MakeAttendanceCertificate", **asked)
    await over(office, event=event)
    unseen = await office.refuses("officer", "MakeAttendanceCertificate", **asked)
    unknown = await office.refuses("officer", "MakeAttendanceCertificate", **asked | {"registration_id": str(uuid4())})

    assert (ahead, unseen, unknown) == ("paper-event-not-held", "paper-not-attended", "not-found")

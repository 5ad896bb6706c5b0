"""People ask the office: the officer's way of an enquiry, and a guest's way from the door to the thanks."""

import httpx
import pytest

from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.questions import appointment, as_guest, asked, frequent, kept, knocks

pytestmark = pytest.mark.journey

TOPIC = "mobility.enquiries.v1"
SHOWN = """query($id: ID!) { enquiry(id: $id) {
    status overdue inTime assignee due askerName askerEmail exchange { by text } opportunity { id } availableActions
} }"""
WAITING = "query($due: Date) { enquiries(filter: {overdue: true, dueUntil: $due}) { nodes { id } } }"
MINE = "query($id: ID!) { enquiry(id: $id) { exchange { text } } enquiries { totalCount } }"
READ = """query($search: String!) { frequentAnswers(filter: {search: $search, topic: [EXCHANGE]}) {
    nodes { id status answer { text(lang: EN) } }
} }"""
FREE = "query($code: [String!]) { adviceSlots(filter: {code: $code}) { nodes { id status } } }"
FOUND = "query($code: [String!]) { enquiries(filter: {code: $code, channel: [GUEST]}) { nodes { id } } }"


def test_an_enquiry_is_late_assigned_answered_and_read_by_the_office_and_its_faculty_alone(
    office: Office, days: Calendar, department: Department
) -> None:
    offered = office.published()
    enquiry = asked(office, unit=PHILOLOGY, opportunity_id=offered["id"])
    days.becomes(days.day(10))
    late = eventually(
        lambda: office.head.asks(WAITING, due=days.today)["enquiries"]["nodes"], lambda it: {"id": enquiry["id"]} in it
    )
    office.head.does("AssignEnquiry", id=enquiry["id"], assignee="officer-2")
    office.officer.does("AnswerEnquiry", id=enquiry["id"], text="Bəli, üç yer.")

    seen = office.officer.asks(SHOWN, id=enquiry["id"])["enquiry"]
    theirs = office.coordinator(PHILOLOGY).asks(SHOWN, id=enquiry["id"])["enquiry"]
    assert {"id": enquiry["id"]} in late
    assert (seen["status"], seen["overdue"], seen["inTime"], seen["assignee"]) == (
        "ANSWERED",
        False,
        False,
        "officer-2",
    )
    assert (seen["askerEmail"], seen["opportunity"]) == ("leyla@example.org", {"id": offered["id"]})
    assert [said["by"] for said in theirs["exchange"]] == ["ASKER", "OFFICE"]
    for stranger in (office.coordinator(HISTORY), office.as_role("finance"), office.anybody):
        assert stranger.asks(SHOWN, id=enquiry["id"])["enquiry"] is None
    told = department.hears(TOPIC, enquiry, "enquiry.overdue")
    assert told.change["tell"] == ["head"]
    assert b"leyla" not in department.hears(TOPIC, enquiry, "enquiry.answered").raw


def test_a_student_asks_in_the_own_name_and_reads_the_answer(office: Office) -> None:
    student = office.as_role("student", person_id=bare(office.person()["id"]))
    enquiry = student.does("AskOffice", topic="exchange", question="Hansı sənədlər lazımdır?")
    office.officer.does("AssignEnquiry", id=enquiry["id"])
    office.officer.does("AnswerEnquiry", id=enquiry["id"], text="Transkript.")

    read = student.asks(MINE, id=enquiry["id"])
    again = student.does("ReopenEnquiry", id=enquiry["id"], question="Daha nə?")

    assert [said["text"] for said in read["enquiry"]["exchange"]] == ["Hansı sənədlər lazımdır?", "Transkript."]
    assert read["enquiries"] == {"totalCount": 1}
    assert again["status"] == "ASSIGNED"


def test_a_guest_asks_reads_the_answer_by_a_link_asks_further_and_says_thank_you(office: Office) -> None:
    door: Thing = knocks(office, question=office.named("Sual")).json()
    secret = door["link"].partition("#mobility.")[2]
    (enquiry,) = eventually(lambda: office.officer.asks(FOUND, code=[door["code"]])["enquiries"]["nodes"], bool)
    office.officer.does("AssignEnquiry", id=enquiry["id"])
    office.officer.does("AnswerEnquiry", id=enquiry["id"], text="Bəli.")

    seen = as_guest(office, "see", secret).json()["shown"]
    further = as_guest(office, "reject", secret, comment="Nə vaxt?").json()
    office.officer.does("AnswerEnquiry", id=enquiry["id"], text="Mayda.")
    thanks = as_guest(office, "accept", secret).json()
    replayed, guessed = as_guest(office, "accept", secret), as_guest(office, "see", "a" * 43)
    url, _ = office.entrance(None)
    page = httpx.get(f"{url}/guest", headers={"accept-language": "de"})

    assert (seen["waits_for"], [said["text"] for said in seen["exchange"]][1:]) == ("asker", ["Bəli."])
    assert (further["status"], thanks["status"]) == ("assigned", "closed")
    assert (replayed.status_code, guessed.status_code) == (409, 404)
    assert "Noch einmal fragen" in page.text


def test_the_door_takes_a_question_and_nothing_larger_or_else(office: Office) -> None:
    url, _ = office.entrance(None)
    large = knocks(office, question="a" * 40_000)
    strange = httpx.post(f"{url}/mobility/guest-enquiries/read", json={})
    wrong = knocks(office, email="nobody")

    assert (large.status_code, strange.status_code) == (413, 401)
    assert [each["path"] for each in wrong.json()["errors"]] == ["email"]


def test_what_is_asked_often_is_found_by_everybody_once_it_was_published(
    office: Office, department: Department
) -> None:
    word = office.named("Tələblər").replace(" ", "")
    drafted = frequent(office, question={"az": f"{word} nədir?", "en": "What is asked?"})
    hidden = office.anybody.asks(READ, search=word)["frequentAnswers"]["nodes"]
    office.officer.does("PublishFrequentAnswer", id=drafted["id"])
    shown = eventually(lambda: office.anybody.asks(READ, search=word)["frequentAnswers"]["nodes"], bool)
    office.officer.does("WithdrawFrequentAnswer", id=drafted["id"], reason="Köhnəlib")
    again = office.anybody.asks(READ, search=word)["frequentAnswers"]["nodes"]

    assert (hidden, again) == ([], [])
    assert shown == [{"id": drafted["id"], "status": "PUBLISHED", "answer": {"text": "In May."}}]
    assert department.hears("mobility.frequent-answers.v1", drafted, "frequent_answer.published").state["published_on"]


def test_an_answer_is_made_from_a_kept_text_and_what_is_no_place_holder_is_refused(office: Office) -> None:
    text, enquiry = kept(office), asked(office, language="en")
    office.officer.does("AssignEnquiry", id=enquiry["id"])
    refused = office.officer.refuses("ChangeAnswerTemplate", id=text["id"], text={"az": "Salam, {nmae}!"})
    office.officer.does("AnswerEnquiry", id=enquiry["id"], template_id=text["id"], text="Come on Monday.")

    assert refused == "answer-template-placeholder-unknown"
    said = office.officer.asks(SHOWN, id=enquiry["id"])["enquiry"]["exchange"]
    assert said[-1]["text"] == "Dear Leyla!\n\nCome on Monday."


def test_of_two_students_who_want_one_appointment_one_has_it_in_the_calendar(office: Office) -> None:
    slot = appointment(office)
    people = [bare(office.person()["id"]) for _ in range(2)]
    first, second = (office.as_role("student", person_id=person) for person in people)
    free = second.asks(FREE, code=[slot["code"]])["adviceSlots"]["nodes"]
    first.does("BookAdviceSlot", id=slot["id"])
    refused = second.refuses("BookAdviceSlot", id=slot["id"])
    url, token = office.entrance("student", person_id=people[0])
    calendar = httpx.get(f"{url}/mobility/advice/mine.ics", headers={"authorization": f"Bearer {token}"})

    assert free == [{"id": slot["id"], "status": "OFFERED"}]
    assert refused == "advice-slot-taken"
    assert second.asks(FREE, code=[slot["code"]])["adviceSlots"]["nodes"] == []
    assert (calendar.headers["content-type"], slot["code"] in calendar.text) == ("text/calendar; charset=utf-8", True)

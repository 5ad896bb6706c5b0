"""Letters through the portal: the register, its clock, what nobody else reads, and what comes out of a letter."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import httpx
import pytest

from korpu_local.portal import Refused
from tests.documents.samples import PDF
from tests.journeys.days import Calendar
from tests.journeys.departments import Department
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

STORY = "query($of: ID!) { story(of: $of) { fact nodeId correlationId } }"
OPENED = """query($id: ID!) { letter(id: $id) {
    status visits { nodes { id registeredLetter { id } } } agreements { nodes { id origin { letter { id } } } }
    answeredWith { id } links { kind agreement { id } }
} }"""
FOUND = """query($filter: LetterFilter, $orderBy: LetterOrder) {
    letters(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } }
}"""
PRIVATE = "query($id: ID!) { letter(id: $id) { subject { text } confidentialSubject { text } person note } }"
WRITERS = 50


def found(office: Office, order: Thing | None = None, **filter_: object) -> list[str]:
    """The letters of this test alone that the filter keeps."""
    words = {"search": office.mark, **filter_}
    told = office.officer.asks(FOUND, filter=words, orderBy=order)["letters"]["nodes"]
    return [each["id"] for each in told]


def test_a_visit_and_an_agreement_come_out_of_a_letter_and_are_one_story(office: Office) -> None:
    partner = office.partner()
    letter = office.letter(partner)
    visit = office.visit(partner, letter_id=letter["id"])
    agreement = office.draft(partner, origin={"kind": "letter", "id": letter["id"]})
    answer = office.letter(partner, direction="outgoing", answers_id=letter["id"])

    told = office.officer.asks(STORY, of=letter["id"])["story"]

    facts = [each["fact"] for each in told]
    assert facts == [
        "letter.registered",
        "visit.requested",
        "agreement.drafted",
        "letter.registered",
        "letter.answered",
    ]
    assert {each["correlationId"] for each in told} == {letter["correlationId"]}
    assert [each["nodeId"] for each in told] == [each["id"] for each in (letter, visit, agreement, answer, letter)]
    for later in (visit, agreement, answer):
        assert office.officer.asks(STORY, of=later["id"])["story"][0]["nodeId"] == letter["id"]


def test_a_letter_shows_what_it_opened_and_what_it_is_about(office: Office) -> None:
    partner = office.partner()
    letter, other = office.letter(partner), office.draft(partner)
    visit = office.visit(partner, letter_id=letter["id"])
    agreement = office.draft(partner, origin={"kind": "letter", "id": letter["id"]})
    answer = office.letter(partner, direction="outgoing", answers_id=letter["id"])
    office.officer.does("LinkLetter", id=letter["id"], link={"kind": "agreement", "id": other["id"]})

    seen = office.officer.asks(OPENED, id=letter["id"])["letter"]

    assert seen == {
        "status": "ANSWERED",
        "visits": {"nodes": [{"id": visit["id"], "registeredLetter": {"id": letter["id"]}}]},
        "agreements": {"nodes": [{"id": agreement["id"], "origin": {"letter": {"id": letter["id"]}}}]},
        "answeredWith": [{"id": answer["id"]}],
        "links": [{"kind": "agreement", "agreement": {"id": other["id"]}}],
    }


def test_the_register_is_filtered_searched_and_ordered(office: Office, days: Calendar) -> None:
    partner = office.partner()
    first = office.letter(partner, due=days.day(30), assignee="officer-2")
    second = office.letter(due=days.day(10), their_number=f"Məktub-{office.mark}/77", priority="high")
    third = office.letter(partner, direction="outgoing")
    office.officer.does("LinkLetter", id=second["id"], link={"kind": "organisation", "id": partner["id"]})

    assert found(office) == [first["id"], second["id"], third["id"]]
    assert found(office, {"by": "DUE", "direction": "ASC"}) == [second["id"], first["id"], third["id"]]
    assert found(office, direction=["OUTGOING"], year=days.today.year) == [third["id"]]
    assert found(office, organisation=partner["id"]) == [first["id"], third["id"]]
    assert found(office, assignee=["officer-2"], status=["ASSIGNED"]) == [first["id"]]
    assert found(office, dueUntil=days.day(10).isoformat(), overdue=False) == [second["id"]]
    assert found(office, about=partner["id"], priority=["HIGH"]) == [second["id"]]
    assert found(office, search=f"mektub {office.mark} 77") == [second["id"]]
    assert found(office, search=f"{third['code']}", unit=[PHILOLOGY]) == [third["id"]]
    assert found(office, overdue=True) == []


def test_a_late_letter_is_told_to_the_head_once_and_the_chancellery_hears_it(
    office: Office, days: Calendar, department: Department
) -> None:
    letter = office.letter(due=days.today, assignee="officer-2")

    days.becomes(days.day(1))
    eventually(lambda: found(office, overdue=True))

    facts = department.facts("partners.letters.v1", letter, until="letter.overdue")
    assert facts == ["letter.registered", "letter.assigned", "letter.overdue"]


def test_letters_are_read_by_the_office_and_a_faculty_reads_its_own(office: Office) -> None:
    letter = office.letter(unit=PHILOLOGY)
    secret = office.letter(unit=PHILOLOGY, confidential=True, person="Erika Muster", note="Call first")
    asked = {"filter": {"search": office.mark}}

    readers = {
        "auditor": office.as_role("auditor"),
        "rectorate": office.as_role("rectorate"),
        "own": office.coordinator(PHILOLOGY),
        "foreign": office.coordinator(HISTORY),
        "legal": office.as_role("legal"),
        "street": office.anybody,
    }
    counts = {who: portal.asks(FOUND, **asked)["letters"]["totalCount"] for who, portal in readers.items()}

    # The subject of a confidential letter is not searched, because it is not there.
    assert counts == {"auditor": 1, "rectorate": 1, "own": 1, "foreign": 0, "legal": 0, "street": 0}
    one = "query($id: ID!) { letter(id: $id) { id } }"
    assert readers["own"].asks(one, id=letter["id"])["letter"] == {"id": letter["id"]}
    assert readers["own"].asks(one, id=secret["id"])["letter"] is None


def test_what_is_not_published_of_a_letter_is_told_by_its_owner_to_those_who_may(office: Office) -> None:
    letter = office.letter(confidential=True, subject={"en": "On a sanction"}, person="Erika Muster", note="Call first")

    told = office.officer.asks(PRIVATE, id=letter["id"])["letter"]

    full = {"confidentialSubject": {"text": "On a sanction"}, "person": "Erika Muster", "note": "Call first"}
    assert told == {"subject": None, **full}
    assert office.as_role("legal").asks(PRIVATE, id=letter["id"])["letter"] is None


def test_a_scan_goes_through_the_gateway_and_comes_back_to_those_who_read_the_letter(office: Office) -> None:
    letter = office.letter(unit=PHILOLOGY)
    url, token = office.entrance("officer")
    shown = "scans { id title mediaType size }"

    with httpx.Client(base_url=url) as client:
        mine = {"authorization": f"Bearer {token}"}
        file = client.post("/partners/files", content=PDF, headers=mine | {"content-type": "application/pdf"}).json()
        given = {"id": letter["id"], "file": file["sha256"], "title": "Scan"}
        [scan] = office.officer.does("AttachScan", more=shown, **given)["scans"]
        asked = {"kind": "letter", "id": letter["id"].partition(":")[2], "attachment_id": scan["id"]}
        link = client.post("/partners/files/links", json=asked, headers=mine).json()
        fetched = client.get(link["url"])
        stranger = client.post("/partners/files/links", json=asked)

    assert scan == {"id": scan["id"], "title": "Scan", "mediaType": "application/pdf", "size": len(PDF)}
    assert fetched.content == PDF
    assert stranger.status_code == 401


def test_fifty_at_the_portal_leave_no_gap_and_no_double(office: Office) -> None:
    numbered = "number year"

    def writes(place: int) -> Thing | str:
        theirs = {"their_number": office.mark} if place % 5 == 0 else {}
        subject = {"az": office.named("Məktub")}
        given = {"direction": "incoming", "correspondents": [{"office": "The Ministry"}], "subject": subject, **theirs}
        try:
            return office.as_role("officer", subject=f"officer-{place}").does("RegisterLetter", more=numbered, **given)
        except Refused as refused:
            return refused.code

    with ThreadPoolExecutor(WRITERS) as crowd:
        answers = list(crowd.map(writes, range(WRITERS)))

    numbers = sorted(each["number"] for each in answers if not isinstance(each, str))
    assert [each for each in answers if isinstance(each, str)] == ["letter-registered-already"] * 9
    assert numbers == list(range(numbers[0], numbers[0] + WRITERS - 9))


def test_a_wrong_day_is_refused_in_the_callers_words(office: Office, days: Calendar) -> None:
    with pytest.raises(Refused) as refused:
        office.as_role("officer", language="de").does(
            "RegisterLetter",
            direction="incoming",
            correspondents=[{"office": "Ministerium"}],
            subject={"de": "Einladung"},
            due=days.today - (date(2026, 1, 2) - date(2026, 1, 1)),
        )

    assert (refused.value.code, refused.value.path) == ("letter-due-in-the-past", "due")
    assert "Termin" in refused.value.message

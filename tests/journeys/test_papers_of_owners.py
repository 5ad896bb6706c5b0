"""Papers of stays, trips and visits through the portal: made, fetched, and checked by whoever holds them."""

import hashlib
import re
from typing import Any

import httpx
import pytest

from tests.journeys.causes import came
from tests.journeys.conferences import Guest, a_conference, take_place
from tests.journeys.departments import Department, bare
from tests.journeys.nominees import nominees
from tests.journeys.office import Office, Thing
from tests.journeys.patience import does_when_heard, eventually
from tests.papers import words

pytestmark = pytest.mark.journey

CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}")
CHECKED = """query($code: String!, $hash: String) {
    verifyDocument(code: $code, sha256: $hash) { template number matches standing parties reason }
}"""
SHOWN = """query($id: ID!) { node(id: $id) {
    ... on MobilityPaper { of: template file { id } number }
    ... on EventPaper { what: template file { id } number }
} }"""
MADE = [
    ("MakeStayCertificate", "mobility_id", "mobility", "mobility", "stay_certificate"),
    ("MakeLearningAgreementPaper", "learning_agreement_id", "learning_agreement", "mobility", "learning_agreement"),
    ("MakeTripOrder", "trip_id", "trip", "mobility", "trip_order"),
    ("MakeVisaLetter", "trip_id", "trip", "mobility", "visa_letter"),
    ("MakeStudyInvitation", "admission_id", "admission", "mobility", "study_invitation"),
    ("MakeSelectionMinutes", "selection_id", "selection", "mobility", "selection_minutes"),
    ("MakeVisitInvitation", "visit_id", "visit", "events", "visit_invitation"),
    ("MakeVisitProgramme", "visit_id", "visit", "events", "visit_programme"),
    ("MakeVisitBriefing", "visit_id", "visit", "events", "visit_briefing"),
    ("MakeAttendanceCertificate", "registration_id", "registration", "events", "attendance_certificate"),
    ("MakeReportPaper", "report_id", "report", "events", "report"),
]


def taken_home(office: Office, owner: str, paper: Thing) -> bytes:
    """The file, by the link that the office is given at the gateway."""
    kind = "mobility_paper" if owner == "mobility" else "event_paper"
    asked = {"kind": kind, "id": bare(paper["id"]), "attachment_id": paper["file"]["id"]}
    url, token = office.entrance("officer")
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"}) as client:
        return client.get(client.post(f"/{owner}/files/links", json=asked).json()["url"]).content


def checked(office: Office, pdf: bytes) -> Any:
    """What anybody is told of the code on a paper."""
    [code] = set(CODE.findall(words(pdf)))
    return office.as_role(None).asks(CHECKED, code=code, hash=hashlib.sha256(pdf).hexdigest())["verifyDocument"]


@pytest.mark.parametrize(("command", "field", "kind", "owner", "template"), MADE)
def test_a_paper_is_made_fetched_and_checked(
    office: Office, command: str, field: str, kind: str, owner: str, template: str
) -> None:
    _, made = came(office, command, field, kind)
    paper = eventually(lambda: office.officer.asks(SHOWN, id=made["id"])["node"]) | {"id": made["id"]}

    pdf = taken_home(office, owner, paper)
    told = eventually(lambda: checked(office, pdf))

    assert (paper.get("of") or paper["what"], told["template"]) == (template.upper(), template)
    assert (told["number"], told["matches"]) == (paper["number"], True)
    assert told["standing"] == ("draft" if template in {"learning_agreement", "report"} else "issued")


def test_a_list_of_nominees_names_them_on_paper_alone_and_is_checked_until_it_is_revoked(
    office: Office, department: Department
) -> None:
    name = office.named("Nigar")
    asked = nominees(office, name)

    made = does_when_heard(office.officer, "MakeNominationList", more="file { id } number", **asked)
    pdf = taken_home(office, "mobility", made)
    before = eventually(lambda: checked(office, pdf))
    office.officer.does("RevokeMobilityPaper", id=made["id"], reason="The wrong term")
    after = eventually(lambda: checked(office, pdf), lambda told: told["standing"] == "revoked")

    assert name in words(pdf)
    assert (before["standing"], after["reason"]) == ("issued", "The wrong term")
    said = department.hears("mobility.papers.v1", made, "mobility_paper.made")
    assert name not in said.raw.decode()


SEVERAL = """mutation($inputs: [MakeAttendanceCertificateInput!]!) {
    makeAttendanceCertificates(inputs: $inputs) { ... on EventPaper { number person { id } } ... on Refusal { code } }
}"""
MINE = "{ eventPapers { nodes { template event { id } registration { id } } } }"


def test_all_who_were_there_are_certified_in_one_step_and_read_their_own(office: Office) -> None:
    event = a_conference(office, opened=True, in_days=1)
    aysel, absent = office.person(), office.person()
    portals = [office.as_role("student", person_id=bare(each["id"])) for each in (aysel, absent)]
    came, missed = (each.does("RegisterForEvent", event_id=event["id"], more="code") for each in portals)
    guest = Guest(office, event, name="Anna Weber", email=f"{office.mark}@uni-bonn.de")
    guest.confirms(guest.letter())
    row = guest.row()
    take_place(office, event, came, row)
    inputs = [
        {"registrationId": came["id"], "name": "Aysel", "languages": ["EN"]},
        {"registrationId": row["id"], "languages": ["EN"]},
        {"registrationId": missed["id"], "name": "Rüstəm", "languages": ["EN"]},
    ]

    answers = office.officer.asks(SEVERAL, inputs=inputs)["makeAttendanceCertificates"]
    mine = eventually(lambda: portals[0].asks(MINE)["eventPapers"]["nodes"])
    nothing = portals[1].asks(MINE)["eventPapers"]["nodes"]

    assert [each.get("code") for each in answers] == [None, None, "paper-not-attended"]
    assert (answers[0]["number"], answers[0]["person"], answers[1]["person"]) == (
        came["code"],
        {"id": aysel["id"]},
        None,
    )
    assert mine == [
        {"template": "ATTENDANCE_CERTIFICATE", "event": {"id": event["id"]}, "registration": {"id": came["id"]}}
    ]
    assert nothing == []

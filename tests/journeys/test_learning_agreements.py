"""What is studied abroad: written by the office, signed by student and sender, and what a department hears of it."""

import pytest

from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

TOPIC = "mobility.learning-agreements.v1"
SHOWN = """query($id: ID!, $person: ID!) {
    mobility(id: $id) { learningAgreement {
        id status number waitsFor agreed hash ectsDifference languageLevel comment availableActions
        receiver { id } person { id } versions { number rejectedBy components { table title } signatures { party } }
    } }
    learningAgreements(filter: {waitsFor: [PERSON], person: $person}) { nodes { id } }
    person(id: $person) { learningAgreements { totalCount } }
}"""
NOTHING = "query($id: ID!) { mobility(id: $id) { learningAgreement { id } } }"


def test_what_the_sender_rejects_becomes_a_second_version_that_student_and_sender_sign(
    office: Office, department: Department
) -> None:
    partner = office.partner()
    person = office.person(PHILOLOGY)
    stay = office.nominated(office.signed(partner), person)
    first = office.studies(stay, language_level="B2")
    student = office.as_role("student", person_id=bare(person["id"]))
    known = {"id": first["id"]}

    student.does("SignLearningAgreement", **known, hash=first["hash"])
    office.officer.does("RejectLearningAgreement", **known, hash=first["hash"], comment="Take Dialects instead")
    about = {"id": stay["id"], "person": person["id"]}
    read = eventually(
        lambda: student.asks(SHOWN, **about)["mobility"]["learningAgreement"], lambda it: it["status"] == "REJECTED"
    )
    dialects = [{"table": "host", "title": "Dialects", "ects": 6}, {"table": "home", "title": "Syntax", "ects": 5}]
    second = student.does("ReviseLearningAgreement", more="hash", **known, components=dialects, language="de")
    waiting = office.officer.asks(SHOWN, **about)
    old = student.refuses("SignLearningAgreement", **known, hash=first["hash"])
    student.does("SignLearningAgreement", **known, hash=second["hash"])
    office.officer.does("CountersignLearningAgreement", **known, hash=second["hash"])

    assert (read["comment"], read["languageLevel"]) == ("Take Dialects instead", "B2")
    assert read["availableActions"] == [
        "nameLearningAgreementContacts", "reviseLearningAgreement", "withdrawLearningAgreement",
    ]  # fmt: skip
    assert waiting["learningAgreements"]["nodes"] == [known]
    assert waiting["person"]["learningAgreements"] == {"totalCount": 1}
    assert old == "learning-agreement-other-version"
    seen = office.officer.asks(SHOWN, **about)["mobility"]["learningAgreement"]
    assert (seen["status"], seen["number"], seen["waitsFor"]) == ("SIGNED_BY_SENDER", 2, "RECEIVER")
    assert (seen["receiver"], seen["ectsDifference"]) == ({"id": partner["id"]}, "1")
    assert [(each["rejectedBy"], len(each["signatures"])) for each in seen["versions"]] == [("SENDER", 1), (None, 2)]
    said = department.hears(TOPIC, first, "learning_agreement.rejected")
    assert said.change == {"by": "sender", "number": 1}
    assert b"Take Dialects" not in said.raw
    assert office.coordinator(HISTORY).asks(NOTHING, id=stay["id"]) == {"mobility": None}
    assert office.as_role("finance").asks(NOTHING, id=stay["id"]) == {"mobility": {"learningAgreement": None}}

"""A student applies through the portal, and another faculty does not even learn that somebody did."""

import pytest

from tests.journeys.applicants import applied
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

APPLICATIONS = "mobility.applications.v1"
SHOWN = """query($id: ID!) { application(id: $id) {
    status person { name } opportunity { code } motivation reason repairUntil availableActions
    checks { rule verdict code message } stated { level }
} }"""
LISTED = """query($of: ID!) {
    applications(filter: {opportunity: $of}) { totalCount nodes { id motivation } }
    opportunity(id: $of) { code applications { totalCount } }
    agreements(filter: {unit: ["philology"]}, first: 1) { nodes { status } }
}"""


def test_a_student_applies_mends_what_came_back_and_submits_again(office: Office, department: Department) -> None:
    offered = office.published(requirements={"audience": ["student"], "eqf": [6]})
    student = office.person()
    myself = office.as_role("student", person_id=bare(student["id"]))
    secret = office.named("Arxivlər")
    about = {"person_id": student["id"], "opportunity_id": offered["id"], "motivation": secret}
    begun = myself.does("BeginApplication", **about, stated={"level": 7})

    checks = myself.asks(SHOWN, id=begun["id"])["application"]["checks"]
    refused = myself.refuses("SubmitApplication", id=begun["id"])
    myself.does("ChangeApplication", id=begun["id"], stated={"level": 6})
    myself.does("SubmitApplication", id=begun["id"])
    until = office.days.day(3)
    office.officer.does("ReturnApplication", id=begun["id"], until=until, reason="Say which archives")
    returned = myself.asks(SHOWN, id=begun["id"])["application"]
    submitted = myself.does("SubmitApplication", id=begun["id"])

    assert [(each["rule"], each["code"]) for each in checks if each["verdict"] == "FAILED"] == [
        ("LEVEL", "opportunity-level-outside")
    ]
    assert refused == "opportunity-level-outside"
    assert (returned["status"], returned["reason"], returned["motivation"]) == (
        "RETURNED",
        "Say which archives",
        secret,
    )
    assert (returned["repairUntil"], returned["opportunity"]["code"]) == (until.isoformat(), offered["code"])
    assert {"submitApplication", "withdrawApplication"} <= set(returned["availableActions"])
    assert submitted["status"] == "SUBMITTED"
    assert secret.encode() not in department.hears(APPLICATIONS, begun, "application.submitted").raw


def test_a_coordinator_reads_the_own_applicants_and_of_another_faculty_none(office: Office) -> None:
    office.draft(office.partner())
    offered = office.published()
    ours, theirs = office.person(PHILOLOGY), office.person(HISTORY)
    mine, other = (applied(office, each, offered, motivation=office.named("Niyə")) for each in (ours, theirs))
    coordinator = office.coordinator(HISTORY)

    seen = eventually(
        lambda: coordinator.asks(LISTED, of=offered["id"]), lambda it: it["applications"]["totalCount"] == 1
    )
    hidden = coordinator.asks(SHOWN, id=mine["id"])
    refused = coordinator.refuses("WithdrawApplication", id=mine["id"], reason="Not ours")

    assert [each["id"] for each in seen["applications"]["nodes"]] == [other["id"]]
    assert seen["applications"]["nodes"][0]["motivation"]
    assert seen["opportunity"] == {"code": offered["code"], "applications": {"totalCount": 1}}
    assert hidden == {"application": None}
    assert refused == "not-found"

"""A joint project through the portal: from a letter to the closed file, and what the street sees of it."""

from datetime import date
from uuid import uuid4

import pytest

from korpu_local.portal import Refused
from tests.journeys.days import Calendar
from tests.journeys.departments import Department
from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

STORY = "query($of: ID!) { story(of: $of) { fact correlationId } }"
SEEN = """query($id: ID!) { jointProject(id: $id) {
    status title { text outdated } partners { us role organisation { id } } budget { amount currency } reports { kind }
    outputs { doi } members { role }
} }"""
OF_PARTNER = "query($id: ID!) { organisation(id: $id) { projects { nodes { id } } } }"
FOUND = "query($filter: JointProjectFilter) { jointProjects(filter: $filter) { nodes { id } } }"
MORE = "reports { id kind }"


def idea(office: Office, partner: Thing, **other: object) -> Thing:
    """An idea with all that a proposal needs."""
    given: Thing = {
        "title": {"az": office.named("Arxivlər"), "en": office.named("Archives")},
        "summary": {"az": "Birlikdə", "en": "Together"},
        "partners": [
            {"us": True, "role": "BENEFICIARY"},
            {"organisation_id": partner["id"], "role": "COORDINATOR"},
        ],
        "call": "KA171",
        "funder": {"name": "Erasmus+"},
        "budget": {"amount": "60000.00", "currency": "EUR"},
        "starts": office.days.day(-10),
        "ends": office.days.day(700),
        "unit": PHILOLOGY,
        "principal_investigator_id": str(uuid4()),
    }
    return office.officer.does("PlanProject", **{**given, **other})


def granted(office: Office, known: Thing, due: date | None = None) -> Thing:
    """The project works under a grant of its own number."""
    office.head.does("ProposeProject", id=known["id"])
    reports = [{"kind": "FINAL", "due": due or office.days.day(720)}]
    grant: Thing = {"grant_number": uuid4().hex[:8], "on": office.days.day(0), "reports": reports}
    office.officer.does("FundProject", id=known["id"], **grant)
    return office.officer.does("StartProject", id=known["id"], on=office.days.day(0), more=MORE)


def test_a_letter_leads_to_a_project_that_is_told_as_one_story(office: Office) -> None:
    partner = office.partner()
    letter = office.letter(partner)
    known = idea(office, partner, origin={"kind": "LETTER", "id": letter["id"]})
    working = granted(office, known)
    (report,) = working["reports"]
    office.officer.does(
        "RecordProjectOutput", id=known["id"], kind="BOOK", title={"az": "Kitab"}, on=office.days.day(0)
    )
    office.officer.does("SubmitProjectReport", id=known["id"], report_id=report["id"])
    office.officer.does("AcceptProjectReport", id=known["id"], report_id=report["id"])
    closed = office.officer.does("CloseProject", id=known["id"])

    story = office.officer.asks(STORY, of=letter["id"])["story"]

    assert closed["status"] == "CLOSED"
    assert [each["fact"] for each in story][:3] == [
        "letter.registered",
        "joint_project.planned",
        "joint_project.proposed",
    ]
    assert story[-1]["fact"] == "joint_project.closed"
    assert len({each["correlationId"] for each in story}) == 1
    assert office.anybody.asks(OF_PARTNER, id=partner["id"])["organisation"]["projects"]["nodes"] == [
        {"id": known["id"]}
    ]


def test_the_street_sees_a_granted_project_without_its_money_and_no_idea(office: Office) -> None:
    partner = office.partner()
    known = idea(office, partner)

    before = office.anybody.asks(SEEN, id=known["id"])["jointProject"]
    granted(office, known)
    after = office.anybody.asks(SEEN, id=known["id"])["jointProject"]

    assert before is None
    assert (after["status"], after["budget"], after["reports"], after["members"]) == ("ACTIVE", None, None, None)
    assert office.officer.asks(SEEN, id=known["id"])["jointProject"]["budget"] == {
        "amount": "60000.00",
        "currency": "EUR",
    }


def test_the_team_sees_its_idea_with_money_and_reports_and_others_do_not(office: Office) -> None:
    leads, works = str(uuid4()), str(uuid4())
    known = idea(office, office.partner(), principal_investigator_id=leads)
    office.officer.does("AddProjectMember", id=known["id"], person_id=works, role="RESEARCHER")
    words = {"search": office.mark}

    team = [office.as_role("staff", person_id=each, subject=f"works-{each}") for each in (leads, works)]
    other = office.as_role("staff", person_id=str(uuid4()), subject=f"other-{office.mark}")

    for each in team:
        seen = each.asks(SEEN, id=known["id"])["jointProject"]
        assert (seen["status"], seen["budget"]["amount"], seen["reports"]) == ("IDEA", "60000.00", [])
        assert [member["role"] for member in seen["members"]] == ["RESEARCHER"]
        assert each.asks(FOUND, filter=words)["jointProjects"]["nodes"] == [{"id": known["id"]}]
    assert other.asks(SEEN, id=known["id"])["jointProject"] is None
    assert other.asks(FOUND, filter=words)["jointProjects"]["nodes"] == []


def test_an_edited_title_marks_its_translations_for_the_portal(office: Office) -> None:
    known = idea(office, office.partner())

    office.officer.does("CorrectProject", id=known["id"], title={"az": office.named("Yeni")})

    assert office.officer.asks(SEEN, id=known["id"])["jointProject"]["title"]["outdated"] == ["EN"]


def test_refusals_come_in_the_callers_language(office: Office) -> None:
    known = idea(office, office.partner(), call=None)

    with pytest.raises(Refused) as refused:
        office.as_role("head", "az").does("ProposeProject", id=known["id"])

    assert refused.value.code == "project-proposal-incomplete"
    assert "Təklif üçün çatışmır: call" in str(refused.value)


def test_departments_hear_of_a_grant_on_the_topic(office: Office, department: Department) -> None:
    known = idea(office, office.partner())
    granted(office, known)

    facts = department.facts("partners.projects.v1", known, until="joint_project.started")

    assert facts == [
        "joint_project.planned",
        "joint_project.proposed",
        "joint_project.funded",
        "joint_project.started",
    ]


def test_a_late_report_is_found_by_the_portal(office: Office, days: Calendar) -> None:
    known = idea(office, office.partner())
    granted(office, known, due=days.today)
    words = {"search": office.mark, "overdue": True}

    days.becomes(days.day(1))

    late = eventually(lambda: office.officer.asks(FOUND, filter=words)["jointProjects"]["nodes"])
    assert late == [{"id": known["id"]}]
    assert office.anybody.asks(FOUND, filter=words)["jointProjects"]["nodes"] == []


def test_a_report_that_the_funder_wants_later_is_not_late_any_more(office: Office, days: Calendar) -> None:
    known = idea(office, office.partner())
    (report,) = granted(office, known, due=days.today)["reports"]
    words = {"search": office.mark, "overdue": True}
    days.becomes(days.day(1))
    eventually(lambda: office.officer.asks(FOUND, filter=words)["jointProjects"]["nodes"])

    later: Thing = {"due": days.day(30), "reason": "The funder's letter of today"}
    office.officer.does("PostponeProjectReport", id=known["id"], report_id=report["id"], **later)

    assert office.officer.asks(FOUND, filter=words)["jointProjects"]["nodes"] == []

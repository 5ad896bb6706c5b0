"""Agreements through the portal: approvals bind to terms, dates to the calendar, and nothing is signed too early."""

from typing import Any

import pytest

from korpu_local.portal import Portal
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, LETTER, Office, Thing, partner_of, route
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

AGREEMENTS = "partners.agreements.v1"
STATUS = "query($id: ID!) { agreement(id: $id) { status version signedOn inForceOn } }"


def shown(office: Office, agreement: Thing) -> Thing:
    """The agreement as the officer sees it now."""
    found: Thing = office.officer.asks(STATUS, id=agreement["id"])["agreement"]
    return found


def third_terms_in_review(office: Office) -> Thing:
    """An agreement whose third terms the faculty and the partner have approved."""
    draft = office.draft(office.partner())
    condition = draft["conditions"][0]["id"]
    for people in (7, 4):
        draft |= office.officer.does("ChangeSeats", id=draft["id"], condition_id=condition, people_per_year=people)
    return office.in_review(draft, "faculty", "partner")


def test_changed_seats_void_every_approval_and_the_approved_terms_stay_readable(
    office: Office, department: Department
) -> None:
    agreement = third_terms_in_review(office)
    assert agreement["termsVersion"] == 3

    changed = office.officer.does(
        "ChangeSeats",
        id=agreement["id"],
        condition_id=agreement["conditions"][0]["id"],
        people_per_year=6,
        more="""status termsVersion approvals { by } reviews { decided }
                approvedTerms { version terms { conditions { peoplePerYear } } }""",
    )

    assert (changed["status"], changed["termsVersion"], changed["approvals"]) == ("IN_REVIEW", 4, [])
    assert {each["decided"] for each in changed["reviews"]} == {None}
    assert changed["approvedTerms"] == {"version": 3, "terms": {"conditions": [{"peoplePerYear": 4}]}}
    said = department.hears(AGREEMENTS, agreement, "agreement.terms_changed")
    assert said.change == {"terms_version": 4, "voided": ["faculty", "partner"]}
    assert (said.state["approvals"], said.state["approved_terms"]["version"]) == ([], 3)


def test_signed_today_with_a_start_next_month_it_comes_into_force_on_the_day_by_one_message(
    office: Office, days: Calendar, department: Department
) -> None:
    first = days.day(31)
    agreement = office.signed(office.partner(), starts=first, ends=days.day(800))
    assert shown(office, agreement)["status"] == "AWAITING_START"

    days.becomes(days.day(30))
    office.officer.does("RetitleAgreement", id=agreement["id"], title={"az": office.named("Memorandum")})
    assert shown(office, agreement)["status"] == "AWAITING_START"
    days.becomes(first)
    eventually(lambda: shown(office, agreement)["status"], lambda status: status == "IN_FORCE")
    days.becomes(days.day(1))
    office.officer.does("RetitleAgreement", id=agreement["id"], title={"az": office.named("Memorandum")})

    facts = department.facts(AGREEMENTS, agreement, until="agreement.corrected")
    assert facts[facts.index("agreement.signed") :] == [
        "agreement.signed",
        "agreement.corrected",
        "agreement.in_force",
        "agreement.corrected",
    ]
    said = department.hears(AGREEMENTS, agreement, "agreement.in_force")
    assert (said.day, said.change) == (first, {"on": first.isoformat()})


def test_an_agreement_that_one_office_has_not_approved_is_not_signed(office: Office, department: Department) -> None:
    agreement = office.in_review(office.draft(office.partner()))
    *most, last = route(agreement)
    for step in most:
        agreement |= office.says_yes(agreement, step)

    code = office.officer.refuses("SignAgreement", id=agreement["id"], signatures=office.signatures(agreement))

    assert (last, code) == ("rectorate", "agreement-not-approved")
    now = shown(office, agreement)
    assert (now["status"], now["version"], now["signedOn"]) == ("IN_REVIEW", agreement["version"], None)
    office.signs(office.says_yes(agreement, last) | {"parties": agreement["parties"]})
    facts = department.facts(AGREEMENTS, agreement, until="agreement.signed")
    assert facts.count("agreement.signed") == 1


def test_a_signature_of_tomorrow_is_refused_and_nothing_has_changed(
    office: Office, days: Calendar, department: Department
) -> None:
    agreement = office.approved(office.partner())
    tomorrow = office.signatures(agreement, days.day(1))

    code = office.officer.refuses("SignAgreement", id=agreement["id"], signatures=tomorrow)

    assert code == "agreement-signed-in-the-future"
    now = shown(office, agreement)
    assert (now["status"], now["version"], now["signedOn"]) == ("APPROVED", agreement["version"], None)
    assert "agreement.signed" not in department.facts(AGREEMENTS, agreement, until="agreement.approved")


def test_nobody_approves_what_they_wrote(office: Office) -> None:
    partner = office.partner()
    drafted = office.draft(partner, portal=office.head)
    agreement = office.in_review(drafted, "faculty")
    yes = {"id": agreement["id"], "step": "department", "terms_version": agreement["termsVersion"]}

    code = office.head.refuses("ApproveAgreement", **yes)
    other = office.as_role("head", subject="deputy-head").does("ApproveAgreement", **yes, more="approvals { by }")

    assert code == "agreement-approver-is-author"
    assert [each["by"] for each in other["approvals"]] == ["FACULTY", "DEPARTMENT"]


def test_whoever_changed_the_terms_last_does_not_approve_them_either(office: Office) -> None:
    agreement = office.in_review(office.draft(office.partner()))
    office.head.does("ChangeTerms", id=agreement["id"], ends=office.days.day(700))
    agreement |= office.says_yes(agreement | {"termsVersion": 2}, "faculty")

    code = office.head.refuses("ApproveAgreement", id=agreement["id"], step="department", terms_version=2)

    assert code == "agreement-approver-is-author"


def test_the_partners_yes_needs_the_letter_that_it_stands_in(office: Office) -> None:
    agreement = office.in_review(office.draft(office.partner()))
    about = {
        "id": agreement["id"],
        "terms_version": agreement["termsVersion"],
        "organisation_id": partner_of(agreement),
    }

    ahead = office.officer.refuses("RecordPartnerApproval", **about, on=office.days.day(1), evidence=LETTER)
    recorded = office.officer.does(
        "RecordPartnerApproval",
        **about,
        on=office.days.today,
        evidence=LETTER,
        more="approvals { by evidence { reference } organisation { id } }",
    )

    assert ahead == "agreement-dated-in-the-future"
    assert recorded["approvals"] == [
        {"by": "PARTNER", "evidence": LETTER, "organisation": {"id": partner_of(agreement)}}
    ]


IMPACT = "query($id: ID!) { agreement(id: $id) { impact { code dependents { kind id status } } } }"


def test_whoever_ends_an_agreement_has_seen_who_goes_under_it(office: Office, days: Calendar) -> None:
    partner = office.partner()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=1)])
    stay = office.nominated(agreement)
    eventually(lambda: "mobility" in {each["kind"] for each in impact(office.head, agreement)["dependents"]})
    told: Thing = {"agreement_id": agreement["id"], "effective": days.day(90), "languages": ["az", "en"]}
    paper = office.officer.does("MakeTerminationPaper", reason={"az": "Səbəb", "en": "Reason"}, **told, more="code")
    document = {"reference": paper["code"], "paper_id": paper["id"]}
    notice = {"given_on": days.today, "effective": days.day(90), "wished_by": "us", "document": document, "reason": "x"}

    unseen = office.head.refuses("TerminateAgreement", id=agreement["id"], **notice)
    seen = impact(office.head, agreement)
    ended = office.head.does(
        "TerminateAgreement",
        id=agreement["id"],
        impact=seen["code"],
        **notice,
        more="termination { effective document { paper { id } } }",
    )

    assert unseen == "agreement-impact-not-seen"
    assert {"kind": "mobility", "id": bare(stay["id"]), "status": "nominated"} in seen["dependents"]
    assert {each["kind"] for each in seen["dependents"]} == {"mobility", "seats"}
    assert (ended["status"], ended["termination"]) == (
        "IN_FORCE",
        {"effective": days.day(90).isoformat(), "document": {"paper": {"id": paper["id"]}}},
    )
    at_risk = "query($id: ID!) { mobility(id: $id) { status risk } }"
    risk = eventually(lambda: office.officer.asks(at_risk, id=stay["id"])["mobility"], lambda it: it["risk"])
    assert risk == {"status": "NOMINATED", "risk": "AGREEMENT_TERMINATING"}
    days.becomes(days.day(91))
    eventually(lambda: shown(office, agreement)["status"], lambda status: status == "TERMINATED")
    ended_under_it = {"status": "NOMINATED", "risk": "AGREEMENT_TERMINATED"}
    eventually(lambda: office.officer.asks(at_risk, id=stay["id"])["mobility"], lambda it: it == ended_under_it)


def test_only_the_office_sees_who_goes_under_an_agreement(office: Office) -> None:
    agreement = office.signed(office.partner())

    assert impact(office.as_role("auditor"), agreement)["dependents"] != []
    assert impact(office.coordinator(HISTORY), agreement) is None
    assert impact(office.anybody, agreement) is None


def impact(portal: Portal, agreement: Thing) -> Any:
    """What would be touched if the agreement ended now, as this caller sees it."""
    return portal.asks(IMPACT, id=agreement["id"])["agreement"]["impact"]

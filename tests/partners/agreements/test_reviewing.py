"""How an agreement is reviewed: the order of the offices, what an approval binds to, and what voids it."""

from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import LETTER, WRITER

FEE: dict[str, Any] = {"text": {"en": "Pays the fee"}, "amount": {"amount": "500", "currency": "EUR"}}


async def test_changed_seats_void_every_approval_and_the_approved_terms_stay_readable(office: Office) -> None:
    agreement = await history.in_review(office, "department", "partner")
    before = agreement["conditions"][0]

    answer = await office.does(
        "officer", "ChangeSeats", id=agreement["id"], condition_id=before["id"], people_per_year=6
    )

    after = answer["state"]
    assert after["approvals"] == []
    assert after["status"] == "in_review"
    assert after["conditions"][0] == {**before, "people_per_year": 6}
    assert after["terms_version"] == agreement["terms_version"] + 1
    assert after["approved_terms"]["version"] == agreement["terms_version"]
    assert after["approved_terms"]["terms"]["conditions"][0]["people_per_year"] == 5
    assert await history.said_since(office, agreement) == ["terms_changed"]
    message = (await office.messages_about(agreement["id"]))[-1]
    assert message["change"] == {"terms_version": 2, "voided": ["department", "partner"]}


async def test_former_terms_can_be_read_by_their_version(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    seats: dict[str, Any] = {"condition_id": agreement["conditions"][0]["id"], "people_per_year": 9}
    await office.does("officer", "ChangeSeats", id=agreement["id"], **seats)

    first = (await office.asks("legal", "GET", f"/agreement/{agreement['id']}/terms/1")).json()
    second = (await office.asks("legal", "GET", f"/agreement/{agreement['id']}/terms/2")).json()

    assert [each["terms"]["conditions"][0]["people_per_year"] for each in (first, second)] == [5, 9]
    assert first["hash"] == agreement["terms_hash"]


async def test_an_approved_agreement_whose_terms_change_is_in_review_again(office: Office) -> None:
    agreement = await history.approved(office)

    answer = await office.does("officer", "ChangeTerms", id=agreement["id"], ends="2030-09-30")

    assert answer["status"] == "in_review"
    assert answer["state"]["approved_on"] is None
    assert {step["decided"] for step in answer["state"]["reviews"]} == {None}


async def test_the_last_yes_makes_it_approved(office: Office) -> None:
    agreement = await history.in_review(office, "department", "legal", "rectorate")
    assert agreement["status"] == "in_review"

    agreement = await history.approve(office, agreement, "partner")

    assert agreement["status"] == "approved"
    assert agreement["approved_on"] == "2026-09-07"
    assert (await office.said_about(agreement["id"]))[-2:] == ["approval_given", "approved"]


@pytest.mark.parametrize(
    ("kind", "unit", "promised", "route"),
    [
        ("memorandum", None, [], ["department", "legal", "rectorate", "partner"]),
        ("memorandum", "philology", [], ["faculty", "department", "legal", "rectorate", "partner"]),
        ("joint_programme", "physics", [FEE], ["faculty", "department", "legal", "finance", "rectorate", "partner"]),
        ("state_agreement", "physics", [FEE], ["department", "legal", "finance", "rectorate", "partner"]),
        ("membership", None, [FEE], ["department", "legal", "finance", "rectorate", "partner"]),
    ],
)
async def test_the_route_follows_the_kind_the_faculty_and_the_money(
    office: Office, kind: str, unit: str | None, promised: list[dict[str, Any]], route: list[str]
) -> None:
    agreement = await history.in_review(office, kind=kind, unit=unit, obligations=promised)

    assert [step["step"] for step in agreement["reviews"]] == route


async def test_due_dates_are_given_when_a_step_opens(office: Office) -> None:
    agreement = await history.in_review(office)
    due = {step["step"]: step["due"] for step in agreement["reviews"]}
    assert due == {"department": "2026-09-12", "legal": None, "rectorate": None, "partner": "2026-10-07"}

    agreement = await history.approve(office, agreement, "department")

    due = {step["step"]: step["due"] for step in agreement["reviews"]}
    assert due == {"department": "2026-09-12", "legal": "2026-09-21", "rectorate": None, "partner": "2026-10-07"}


async def test_legal_and_finance_review_side_by_side(office: Office) -> None:
    agreement = await history.in_review(office, "department", "finance", obligations=[FEE])

    assert agreement["ball_with"] == "legal"


async def test_the_ball_goes_round(office: Office) -> None:
    agreement = await history.draft(office, unit="philology")
    seen = [agreement["ball_with"]]
    agreement = (await office.does("officer", "SubmitAgreement", id=agreement["id"]))["state"]
    seen.append(agreement["ball_with"])
    for step in ("faculty", "department", "legal", "rectorate", "partner"):
        agreement = await history.approve(office, agreement, step)
        seen.append(agreement["ball_with"])

    agreement = await history.sign(office, agreement)

    assert seen == ["us", "faculty", "us", "legal", "rectorate", "partner", "us"]
    assert agreement["ball_with"] is None


async def test_a_step_waits_for_those_before_it(office: Office) -> None:
    agreement = await history.in_review(office)
    given: dict[str, Any] = {"id": agreement["id"], "step": "rectorate", "terms_version": 1}

    assert await office.refuses("rectorate", "ApproveAgreement", **given) == "agreement-not-its-turn"
    assert (await history.reload(office, agreement))["approvals"] == []


async def test_a_step_is_approved_once(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    given: dict[str, Any] = {"id": agreement["id"], "step": "department", "terms_version": 1}

    assert await office.refuses("head", "ApproveAgreement", **given) == "agreement-not-its-turn"


@pytest.mark.parametrize(
    ("role", "step"),
    [("legal", "department"), ("head", "legal"), ("finance", "legal"), ("head", "partner"), ("head", "faculty")],
)
async def test_an_office_decides_its_own_step_only(office: Office, role: str, step: str) -> None:
    agreement = await history.in_review(office, unit="philology")
    given: dict[str, Any] = {"id": agreement["id"], "step": step, "terms_version": 1}

    assert await office.refuses(role, "ApproveAgreement", **given) == "agreement-not-your-step"


async def test_a_coordinator_approves_for_the_own_faculty_and_knows_of_no_other(office: Office) -> None:
    agreement = await history.in_review(office, unit="philology")
    given: dict[str, Any] = {"id": agreement["id"], "step": "faculty", "terms_version": 1}

    code = await office.refuses("faculty_coordinator", "ApproveAgreement", by={"units": ["physics"]}, **given)

    assert code == "not-found"


async def test_the_approver_is_never_the_author(office: Office) -> None:
    agreement = await history.in_review(office)
    given: dict[str, Any] = {"id": agreement["id"], "step": "department", "terms_version": 1}

    code = await office.refuses("head", "ApproveAgreement", by=WRITER, **given)

    assert code == "agreement-approver-is-author"


async def test_whoever_changed_the_terms_last_does_not_approve_them(office: Office) -> None:
    agreement = await history.in_review(office)
    await office.does("head", "ChangeTerms", by={"subject": "head-9"}, id=agreement["id"], ends="2028-09-30")
    given: dict[str, Any] = {"id": agreement["id"], "step": "department", "terms_version": 2}

    code = await office.refuses("head", "ApproveAgreement", by={"subject": "head-9"}, **given)

    assert code == "agreement-approver-is-author"


async def test_an_approval_of_terms_that_moved_meanwhile_is_refused(office: Office) -> None:
    agreement = await history.in_review(office)
    await office.does("officer", "ChangeTerms", id=agreement["id"], ends="2028-09-30")
    given: dict[str, Any] = {"id": agreement["id"], "step": "department", "terms_version": 1}

    assert await office.refuses("head", "ApproveAgreement", **given) == "agreement-terms-moved"


async def test_the_partner_approves_with_evidence_kept_by_an_officer(office: Office) -> None:
    agreement = await history.in_review(office, "partner")

    approval = agreement["approvals"][0]

    assert approval["by"] == "partner"
    assert approval["evidence"]["reference"] == LETTER["reference"]
    assert approval["terms_hash"] == agreement["terms_hash"]


async def test_a_partners_approval_is_not_recorded_before_it_was_given(office: Office) -> None:
    agreement = await history.in_review(office)
    about: dict[str, Any] = {
        "organisation_id": agreement["parties"][1]["organisation_id"],
        "on": "2026-09-08",
        "evidence": LETTER,
    }

    code = await office.refuses("officer", "RecordPartnerApproval", id=agreement["id"], terms_version=1, **about)

    assert code == "agreement-dated-in-the-future"


async def test_every_partner_approves(office: Office) -> None:
    one, other = await history.partner(office), await history.partner(office)
    parties = [{"us": True}, {"organisation_id": one}, {"organisation_id": other}]
    agreement = await history.in_review(office, "department", "legal", "rectorate", parties=parties, conditions=[])
    about: dict[str, Any] = {"on": "2026-09-07", "evidence": LETTER, "terms_version": 1}

    answer = await office.does("officer", "RecordPartnerApproval", id=agreement["id"], organisation_id=one, **about)
    assert answer["status"] == "in_review"
    answer = await office.does("officer", "RecordPartnerApproval", id=agreement["id"], organisation_id=other, **about)

    assert answer["status"] == "approved"


async def test_returned_for_repair_and_submitted_again_keeps_approvals_of_the_same_terms(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    wish: dict[str, Any] = {"step": "legal", "terms_version": 1, "reason": "The title names the wrong faculty."}

    returned = (await office.does("legal", "ReturnAgreement", id=agreement["id"], **wish))["state"]
    again = (await office.does("officer", "SubmitAgreement", id=agreement["id"]))["state"]

    assert (returned["status"], returned["reason"], returned["ball_with"]) == ("returned", wish["reason"], "us")
    assert [approval["by"] for approval in again["approvals"]] == ["department"]
    assert again["ball_with"] == "legal"
    assert await history.said_since(office, agreement) == ["returned", "submitted"]


async def test_repaired_terms_go_round_from_the_beginning(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    wish: dict[str, Any] = {"step": "legal", "terms_version": 1, "reason": "Too long."}
    await office.does("legal", "ReturnAgreement", id=agreement["id"], **wish)

    changed = (await office.does("officer", "ChangeTerms", id=agreement["id"], ends="2028-09-30"))["state"]
    again = (await office.does("officer", "SubmitAgreement", id=agreement["id"]))["state"]

    assert changed["status"] == "returned"
    assert again["approvals"] == []
    assert again["ball_with"] == "us"


async def test_the_partners_wish_for_repair_is_recorded_by_an_officer(office: Office) -> None:
    agreement = await history.in_review(office)
    partner_id = agreement["parties"][1]["organisation_id"]
    wish: dict[str, Any] = {
        "step": "partner",
        "organisation_id": partner_id,
        "terms_version": 1,
        "reason": "Six seats, please.",
    }

    answer = await office.does("officer", "ReturnAgreement", id=agreement["id"], **wish)

    assert answer["status"] == "returned"


async def test_an_officer_does_not_return_for_legal(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    wish: dict[str, Any] = {"step": "legal", "terms_version": 1, "reason": "No."}

    assert await office.refuses("officer", "ReturnAgreement", id=agreement["id"], **wish) == "agreement-not-your-step"


async def test_an_overdue_step_is_named_once(office: Office) -> None:
    agreement = await history.in_review(office)

    await office.waits_until(datetime(2026, 9, 12, 23, 59, tzinfo=BAKU))
    assert await history.said_since(office, agreement) == []
    await office.waits_until(datetime(2026, 9, 20, 9, 0, tzinfo=BAKU))

    assert await history.said_since(office, agreement) == ["review_overdue"]
    assert (await office.messages_about(agreement["id"]))[-1]["change"] == {"steps": ["department"]}


@pytest.mark.parametrize("stage", [history.draft, history.in_review, history.approved])
async def test_what_is_not_signed_can_be_abandoned_with_a_reason(office: Office, stage: Any) -> None:
    agreement = await stage(office)

    answer = await office.does("officer", "AbandonAgreement", id=agreement["id"], reason="The partner has withdrawn.")

    assert (answer["status"], answer["state"]["reason"]) == ("abandoned", "The partner has withdrawn.")
    assert await office.refuses("officer", "SubmitAgreement", id=agreement["id"]) == "wrong-status"


async def test_a_negative_step_needs_its_reason(office: Office) -> None:
    agreement = await history.draft(office)

    assert await office.refuses("officer", "AbandonAgreement", id=agreement["id"]) == "invalid-input"

"""What was given up is taken up again, and a signature's wrong day is put right while nothing rests on it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.agreements import history

WHY: dict[str, Any] = {"reason": "The partner has written again."}
WRONG: dict[str, Any] = {"reason": "The scan says another day."}


async def test_an_abandoned_agreement_is_a_draft_again_and_all_approve_it_anew(office: Office) -> None:
    agreement = await history.approved(office)
    await office.does("officer", "AbandonAgreement", id=agreement["id"], reason="No answer.")

    draft = (await office.does("officer", "ReopenAgreement", id=agreement["id"], **WHY))["state"]
    submitted = (await office.does("officer", "SubmitAgreement", id=agreement["id"]))["state"]

    assert (draft["status"], draft["reason"], draft["approved_on"]) == ("draft", None, None)
    assert (submitted["approvals"], submitted["terms_hash"]) == ([], agreement["terms_hash"])
    assert submitted["terms_version"] == agreement["terms_version"] + 1
    assert (await office.said_about(agreement["id"]))[-3:] == ["abandoned", "reopened", "submitted"]


async def test_an_abandoned_successor_follows_again_unless_another_does(office: Office) -> None:
    agreement = await history.signed(office, starts=None)
    renewed = await office.does("officer", "RenewAgreement", id=agreement["id"])
    first = renewed["state"]["successor_id"]
    await office.does("officer", "AbandonAgreement", id=first, reason="No answer.")

    await office.does("officer", "ReopenAgreement", id=first, **WHY)
    follows = (await history.reload(office, agreement))["successor_id"]
    await office.does("officer", "AbandonAgreement", id=first, reason="No answer.")
    await office.does("officer", "RenewAgreement", id=agreement["id"])

    assert follows == first
    assert await office.refuses("officer", "ReopenAgreement", id=first, **WHY) == "agreement-has-successor"


async def test_an_agreement_with_an_archived_partner_is_not_taken_up_before_the_partner_is(office: Office) -> None:
    partner_id = await history.partner(office)
    agreement = await history.draft(office, partner_id)
    await office.does("officer", "AbandonAgreement", id=agreement["id"], reason="No answer.")
    await office.does("officer", "ArchiveOrganisation", id=partner_id, reason="Closed down.")

    closed = await office.refuses("officer", "ReopenAgreement", id=agreement["id"], **WHY)
    partner = (await office.does("officer", "ReopenOrganisation", id=partner_id, **WHY))["state"]
    reopened = await office.does("officer", "ReopenAgreement", id=agreement["id"], **WHY)

    assert closed == "agreement-partner-closed"
    assert (partner["status"], reopened["status"]) == ("prospect", "draft")
    assert await office.said_about(partner_id) == ["registered", "archived", "reopened"]


async def test_a_wrong_day_of_a_signature_is_put_right_and_the_first_day_follows(office: Office) -> None:
    agreement = await history.signed(office, starts=None)
    partner_id = agreement["parties"][1]["organisation_id"]
    office.clock.move_to(datetime(2026, 9, 10, 9, tzinfo=BAKU))

    put_right = await office.does(
        "officer", "CorrectSignatureDate", id=agreement["id"], organisation_id=partner_id, on="2026-09-09", **WRONG
    )

    state = put_right["state"]
    assert (state["signed_on"], state["in_force_on"], state["status"]) == ("2026-09-09", "2026-09-09", "in_force")
    assert [each["on"] for each in state["signatures"]] == ["2026-09-07", "2026-09-09"]
    assert state["signed_terms"]["hash"] == agreement["signed_terms"]["hash"]
    assert await history.said_since(office, agreement) == ["signature_corrected", "in_force"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"on": "2026-09-08"}, "agreement-signed-in-the-future"),
        ({"on": "2026-09-01", "organisation_id": str(uuid4())}, "agreement-signature-of-stranger"),
        ({"on": "2026-09-01", "reason": " "}, "invalid-input"),
    ],
)
async def test_a_day_of_a_signature_that_cannot_be_is_refused(office: Office, given: dict[str, Any], code: str) -> None:
    agreement = await history.signed(office)

    assert await office.refuses("officer", "CorrectSignatureDate", id=agreement["id"], **{**WRONG, **given}) == code


async def test_a_signature_on_which_a_stay_rests_keeps_its_day(office: Office) -> None:
    agreement = await history.signed(office, starts=None)
    begun = {"id": str(uuid4()), "version": 1, "created_at": "2026-09-01T08:00:00Z"}
    stay = {**begun, "status": "nominated", "agreement_id": agreement["id"]}
    await office.hears("mobility.mobilities.v1", "mobility.nominated", stay)
    given: dict[str, Any] = {"id": agreement["id"], "on": "2026-09-01", **WRONG}

    resting = await office.refuses("officer", "CorrectSignatureDate", **given)
    await office.hears("mobility.mobilities.v1", "mobility.cancelled", {**stay, "version": 2, "status": "cancelled"})

    assert resting == "agreement-depended-on"
    assert (await office.does("officer", "CorrectSignatureDate", **given))["state"]["signed_on"] == "2026-09-07"

"""Amendments: numbered, approved and signed for themselves, and the signed terms stay readable."""

from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office, Refused
from tests.partners.agreements import history
from tests.partners.agreements.amended import MORE_TIME, approved, proposed, running, signed
from tests.partners.agreements.history import WRITER


async def test_an_amendment_has_its_own_approvals_and_signatures_and_takes_effect(office: Office) -> None:
    agreement = await running(office)

    await proposed(office, agreement)
    await approved(office, agreement)
    after = await signed(office, agreement)

    assert (after["ends"], after["terms_version"]) == ("2030-09-30", 2)
    assert after["signed_terms"] == agreement["signed_terms"]
    assert after["approvals"] == agreement["approvals"]
    assert after["signatures"] == agreement["signatures"]
    amendment = after["amendments"][0]
    assert (amendment["number"], amendment["status"], amendment["effective"]) == (1, "in_effect", "2026-09-07")
    assert len(amendment["review"]["approvals"]) == 4
    assert "signatory" not in str(after)
    assert await history.said_since(office, agreement) == [
        "amendment_proposed",
        *["amendment_approval_given"] * 4,
        "amendment_approved",
        "amendment_signed",
        "amended",
    ]


async def test_the_terms_before_an_amendment_can_be_read_by_their_version(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    await approved(office, agreement)
    await signed(office, agreement)

    first = (await office.asks("legal", "GET", f"/agreement/{agreement['id']}/terms/1")).json()

    assert first["terms"]["ends"] == agreement["ends"]


async def test_an_amendment_takes_effect_on_its_own_day_by_the_clock(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    await approved(office, agreement)

    waiting = await signed(office, agreement, effective="2027-01-01")
    await office.waits_until(datetime(2027, 1, 1, tzinfo=BAKU))

    after = await history.reload(office, agreement)
    assert (waiting["ends"], waiting["amendments"][0]["status"]) == (agreement["ends"], "signed")
    assert (after["ends"], after["amendments"][0]["status"]) == ("2030-09-30", "in_effect")
    assert (await history.said_since(office, agreement))[-2:] == ["amendment_signed", "amended"]


async def test_the_reminders_follow_the_amended_end(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    await approved(office, agreement)
    after = await signed(office, agreement)

    await office.waits_until(datetime(2029, 9, 30, tzinfo=BAKU))

    assert await history.said_since(office, after) == ["reminded"]
    assert (await history.reload(office, agreement))["status"] == "in_force"


async def test_amended_seats_keep_their_identity(office: Office) -> None:
    agreement = await running(office)
    held, partner_id = agreement["conditions"][0], agreement["parties"][1]["organisation_id"]
    wanted = [history.seats(partner_id, id=held["id"], people=9)]
    await proposed(office, agreement, ends=None, conditions=wanted)
    await approved(office, agreement)

    after = await signed(office, agreement)

    assert after["conditions"] == [{**held, "people_per_year": 9}]


async def test_an_amendment_lacking_an_approval_is_not_signed(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)

    with pytest.raises(Refused) as refused:
        await signed(office, agreement)

    assert refused.value.code == "agreement-amendment-not-approved"
    assert "department, legal, rectorate, partner" in refused.value.problem["detail"]


async def test_nobody_approves_their_own_amendment(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    given: dict[str, Any] = {"id": agreement["id"], "number": 1, "step": "department"}

    code = await office.refuses("head", "ApproveAmendment", by=WRITER, **given)

    assert code == "agreement-approver-is-author"


async def test_an_office_approves_its_own_step_of_an_amendment_in_its_turn(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    known: dict[str, Any] = {"id": agreement["id"], "number": 1}

    assert await office.refuses("legal", "ApproveAmendment", step="legal", **known) == "agreement-not-its-turn"
    assert await office.refuses("legal", "ApproveAmendment", step="department", **known) == "agreement-not-your-step"
    assert await office.refuses("head", "ApproveAmendment", step="partner", **known) == "agreement-not-your-step"


async def test_the_ball_of_an_amendment_goes_round_too(office: Office) -> None:
    agreement = await running(office)

    before = (await proposed(office, agreement))["ball_with"]
    await office.does("head", "ApproveAmendment", id=agreement["id"], number=1, step="department")

    assert before == "us"
    assert (await history.reload(office, agreement))["ball_with"] == "legal"


async def test_amendments_are_settled_one_after_the_other(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    assert (
        await office.refuses("officer", "ProposeAmendment", id=agreement["id"], **MORE_TIME)
        == "agreement-amendment-open"
    )

    await office.does("legal", "DropAmendment", id=agreement["id"], number=1, reason="The law forbids it.")
    after = await proposed(office, agreement)

    assert [(each["number"], each["status"]) for each in after["amendments"]] == [(1, "dropped"), (2, "in_review")]
    assert after["amendments"][0]["reason"] == "The law forbids it."
    assert (await history.said_since(office, agreement))[:2] == ["amendment_proposed", "amendment_dropped"]
    assert after["ends"] == agreement["ends"]


async def test_an_amendment_changes_something(office: Office) -> None:
    agreement = await running(office)
    same: dict[str, Any] = {"title": {"en": "Nothing"}, "ends": agreement["ends"]}

    assert await office.refuses("officer", "ProposeAmendment", id=agreement["id"], **same) == "agreement-amends-nothing"


@pytest.mark.parametrize("command", ["ApproveAmendment", "DropAmendment"])
async def test_what_is_not_open_can_be_neither_approved_nor_dropped(office: Office, command: str) -> None:
    agreement = await running(office)
    given: dict[str, Any] = {"step": "department"} if command == "ApproveAmendment" else {"reason": "No."}

    code = await office.refuses("head", command, id=agreement["id"], number=1, **given)

    assert code == "agreement-no-amendment"


async def test_a_draft_is_changed_and_not_amended(office: Office) -> None:
    agreement = await history.draft(office)

    assert await office.refuses("officer", "ProposeAmendment", id=agreement["id"], **MORE_TIME) == "wrong-status"


async def test_an_amendment_beyond_five_years_needs_the_heads_waiver(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement, ends="2031-09-07")
    await approved(office, agreement)
    with pytest.raises(Refused) as refused:
        await signed(office, agreement)
    assert refused.value.code == "agreement-too-long"

    await office.does("head", "WaiveRule", id=agreement["id"], rule="long", reason="The grant was prolonged.")

    assert (await signed(office, agreement))["ends"] == "2031-09-07"


async def test_an_evergreen_amendment_takes_the_last_day_away(office: Office) -> None:
    agreement = await running(office)
    await proposed(office, agreement, ends=None, renewal={"mode": "evergreen"})
    await approved(office, agreement)

    after = await signed(office, agreement)

    assert (after["ends"], after["evergreen"], after["status"]) == (None, True, "in_force")


@pytest.mark.parametrize(
    ("on", "code"), [("2026-09-08", "agreement-signed-in-the-future"), ("2026-09-07", "agreement-signature-missing")]
)
async def test_an_amendment_is_signed_by_all_and_not_in_the_future(office: Office, on: str, code: str) -> None:
    agreement = await running(office)
    await proposed(office, agreement)
    await approved(office, agreement)

    with pytest.raises(Refused) as refused:
        await signed(office, agreement, signatures=history.signatures(agreement, on=on)[:1])

    assert refused.value.code == code

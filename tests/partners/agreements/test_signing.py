"""When an agreement can be signed, when it cannot, and from when it is in force."""

import asyncio
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office, Refused
from tests.partners.agreements import history


async def test_signed_today_with_a_start_next_month_is_awaiting_it_and_comes_into_force_once(office: Office) -> None:
    agreement = await history.signed(office)
    assert (agreement["status"], agreement["signed_on"]) == ("awaiting_start", "2026-09-07")
    assert agreement["in_force_on"] is None

    await office.waits_until(datetime(2026, 9, 30, 23, 59, tzinfo=BAKU))
    assert await history.said_since(office, agreement) == []
    await office.waits_until(datetime(2026, 10, 1, 0, 0, tzinfo=BAKU))
    await office.waits_until(datetime(2026, 10, 2, 0, 0, tzinfo=BAKU))

    assert await history.said_since(office, agreement) == ["in_force"]
    after = await history.reload(office, agreement)
    assert (after["status"], after["in_force_on"]) == ("in_force", "2026-10-01")


async def test_approved_signed_and_in_force_are_three_facts_even_on_one_day(office: Office) -> None:
    agreement = await history.approved(office, starts=None)

    after = await history.sign(office, agreement)

    assert after["status"] == "in_force"
    assert await history.said_since(office, agreement) == ["signed", "in_force"]
    assert (after["approved_on"], after["signed_on"], after["in_force_on"]) == ("2026-09-07",) * 3
    assert after["terminated_on"] is None


async def test_it_is_never_in_force_before_its_signature(office: Office) -> None:
    agreement = await history.signed(office, starts="2026-09-01")

    assert agreement["in_force_on"] == "2026-09-07"


async def test_with_one_approval_missing_it_cannot_be_signed_and_nothing_changes(office: Office) -> None:
    agreement = await history.in_review(office, "department", "legal", "partner")

    with pytest.raises(Refused) as refused:
        await history.sign(office, agreement)

    assert refused.value.code == "agreement-not-approved"
    assert "rectorate" in refused.value.problem["detail"]
    assert await history.reload(office, agreement) == agreement


async def test_a_signature_in_the_future_is_refused_and_nothing_changes(office: Office) -> None:
    agreement = await history.approved(office)
    future = history.signatures(agreement, on="2026-09-08")

    code = await office.refuses("officer", "SignAgreement", id=agreement["id"], signatures=future)

    assert code == "agreement-signed-in-the-future"
    assert await history.reload(office, agreement) == agreement


async def test_every_party_signs(office: Office) -> None:
    agreement = await history.approved(office)
    only_ours = history.signatures(agreement)[:1]

    code = await office.refuses("officer", "SignAgreement", id=agreement["id"], signatures=only_ours)

    assert code == "agreement-signature-missing"


@pytest.mark.parametrize("stranger", ["0199c3f0-0000-7000-8000-000000000001", None])
async def test_only_parties_sign_each_once(office: Office, stranger: str | None) -> None:
    agreement = await history.approved(office)
    one_more = [*history.signatures(agreement), {"organisation_id": stranger, "on": "2026-09-07"}]

    code = await office.refuses("officer", "SignAgreement", id=agreement["id"], signatures=one_more)

    assert code == "agreement-signature-of-stranger"


async def test_units_sign_for_themselves(office: Office) -> None:
    partner_id = await history.partner(office)
    parties = [{"us": True, "unit": "philology"}, {"organisation_id": partner_id, "unit": "Slavic studies"}]

    agreement = await history.signed(office, partner_id=partner_id, parties=parties)

    assert [each["unit"] for each in agreement["signatures"]] == ["philology", "Slavic studies"]


async def test_it_needs_a_last_day_or_the_mark_evergreen(office: Office) -> None:
    endless = await history.approved(office, ends=None)
    evergreen = await history.approved(office, ends=None, renewal={"mode": "evergreen"})

    with pytest.raises(Refused) as refused:
        await history.sign(office, endless)
    after = await history.sign(office, evergreen)

    assert refused.value.code == "agreement-no-end"
    assert (after["status"], after["evergreen"]) == ("awaiting_start", True)


async def test_more_than_five_years_need_the_heads_waiver(office: Office) -> None:
    agreement = await history.approved(office, ends="2031-10-01")
    with pytest.raises(Refused) as refused:
        await history.sign(office, agreement)
    assert refused.value.code == "agreement-too-long"

    await office.does("head", "WaiveRule", id=agreement["id"], rule="long", reason="The grant runs for six years.")
    after = await history.sign(office, agreement)

    assert after["status"] == "awaiting_start"
    assert await history.said_since(office, agreement) == ["rule_waived", "signed"]
    assert [waiver["reason"] for waiver in after["waivers"]] == ["The grant runs for six years."]


async def test_five_years_to_the_day_are_not_too_long(office: Office) -> None:
    agreement = await history.signed(office, ends="2031-09-30")

    assert agreement["status"] == "awaiting_start"


async def test_whoever_drafts_more_than_five_years_is_warned(office: Office) -> None:
    partner_id = await history.partner(office)
    given: dict[str, Any] = {"kind": "memorandum", "title": {"en": "MoU"}, "starts": "2026-10-01", "ends": "2036-09-30"}

    answer = await office.does(
        "officer", "DraftAgreement", parties=[{"us": True}, {"organisation_id": partner_id}], **given
    )

    assert [each["code"] for each in answer["warnings"]] == ["agreement-longer-than-usual"]


async def test_what_has_ended_before_the_signature_is_not_signed(office: Office) -> None:
    agreement = await history.approved(office, starts="2020-01-01", ends="2026-09-06")

    with pytest.raises(Refused) as refused:
        await history.sign(office, agreement)

    assert refused.value.code == "agreement-ended-already"


async def test_an_old_agreement_is_recorded_with_its_own_dates(office: Office) -> None:
    agreement = await history.approved(office, starts="2012-05-01", ends="2017-04-30")

    old = await history.sign(office, agreement, signatures=history.signatures(agreement, on="2012-04-20"))
    await office.waits_until(datetime(2026, 9, 8, 9, 0, tzinfo=BAKU))

    assert (old["status"], old["in_force_on"]) == ("expired", "2012-05-01")
    assert await history.said_since(office, agreement) == ["signed", "in_force", "expired"]


async def test_a_second_of_the_same_kind_with_one_partner_needs_a_waiver(office: Office) -> None:
    partner_id = await history.partner(office)
    first = await history.signed(office, partner_id=partner_id)
    second = await history.approved(office, partner_id=partner_id)

    with pytest.raises(Refused) as refused:
        await history.sign(office, second)
    assert refused.value.code == "agreement-already-in-force"
    assert first["code"] in refused.value.problem["detail"]

    await office.does("head", "WaiveRule", id=second["id"], rule="same_kind", reason="Another faculty.")
    assert (await history.sign(office, second))["status"] == "awaiting_start"


async def test_other_kinds_partners_and_times_do_not_clash(office: Office) -> None:
    partner_id = await history.partner(office)
    await history.signed(office, partner_id=partner_id)

    other_kind = await history.signed(office, partner_id=partner_id, kind="research")
    other_partner = await history.signed(office)
    later = await history.signed(office, partner_id=partner_id, starts="2029-10-01", ends="2031-09-30")

    assert {each["status"] for each in (other_kind, other_partner, later)} == {"awaiting_start"}


async def test_two_signatures_at_once_with_one_partner_see_each_other(office: Office) -> None:
    partner_id = await history.partner(office)
    both = [await history.approved(office, partner_id=partner_id) for _ in range(2)]

    answers = await asyncio.gather(*(history.sign(office, each) for each in both), return_exceptions=True)

    assert sorted(str(getattr(each, "code", "signed")) for each in answers if isinstance(each, Refused)) == [
        "agreement-already-in-force"
    ]


async def test_a_merged_partner_is_still_the_same_partner(office: Office) -> None:
    old, kept = await history.partner(office), await history.partner(office, "Another name")
    await history.signed(office, partner_id=old)
    await office.does("head", "MergeOrganisation", id=old, into=kept, reason="The same university.")
    second = await history.approved(office, partner_id=kept)

    with pytest.raises(Refused) as refused:
        await history.sign(office, second)

    assert refused.value.code == "agreement-already-in-force"


async def test_nothing_is_signed_with_an_archived_partner(office: Office) -> None:
    partner_id = await history.partner(office)
    agreement = await history.approved(office, partner_id=partner_id)
    await office.does("officer", "ArchiveOrganisation", id=partner_id, reason="Closed down.")

    with pytest.raises(Refused) as refused:
        await history.sign(office, agreement)

    assert refused.value.code == "agreement-partner-closed"


async def test_signed_at_a_visit_the_message_names_it(office: Office) -> None:
    agreement, visit_id = await history.approved(office), str(uuid4())

    await history.sign(office, agreement, visit_id=visit_id)

    message = (await office.messages_about(agreement["id"]))[-1]
    assert message["change"] == {"on": "2026-09-07", "terms_version": 1, "visit_id": visit_id}
    assert message["state"]["visit_id"] == visit_id


async def test_the_signatorys_name_stays_in_the_office(office: Office) -> None:
    agreement = await history.signed(office)

    messages = str(await office.messages_about(agreement["id"]))
    audit = str(await office.audit_of(agreement["id"]))

    assert "Əliyeva" not in messages + audit + str(agreement)
    assert "signatory" not in messages


async def test_what_is_signed_is_changed_no_more(office: Office) -> None:
    agreement = await history.signed(office)

    assert await office.refuses("officer", "ChangeTerms", id=agreement["id"], ends="2030-09-30") == "wrong-status"
    assert await office.refuses("officer", "AbandonAgreement", id=agreement["id"], reason="No.") == "wrong-status"
    assert agreement["signed_terms"]["hash"] == agreement["terms_hash"]

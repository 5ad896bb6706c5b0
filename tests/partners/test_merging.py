"""Two records of one organisation become one; and two again, if they were two after all."""

from datetime import UTC, datetime
from typing import Any

from tests.office import Office
from tests.partners.agreements import history

TWIN: dict[str, Any] = {
    "kinds": ["university"],
    "scope": "foreign",
    "country": "DE",
    "domains": ["konstanz.example"],
    "pic": "948361234",
    "tags": ["Bodensee"],
}


async def organisation(office: Office, name: str, **other: Any) -> dict[str, Any]:
    names = [{"language": "en", "kind": "label", "text": name}]
    given = {"kinds": ["university"], "scope": "foreign", "country": "DE", "names": names, **other}
    known = (await office.does("officer", "RegisterOrganisation", **given))["id"]
    return await state(office, known)


async def state(office: Office, known: str) -> dict[str, Any]:
    told: dict[str, Any] = (await office.asks("auditor", "GET", f"/organisation/{known}")).json()
    return told


async def merge(office: Office, old: dict[str, Any], kept: dict[str, Any]) -> None:
    await office.does("officer", "MergeOrganisation", id=old["id"], into=kept["id"], reason="The same one.")


async def separate(office: Office, old: dict[str, Any]) -> Any:
    return await office.does("officer", "SeparateOrganisation", id=old["id"], reason="Two after all.")


def without_time(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in {"version", "changed_at"}}


async def test_a_merge_gives_the_one_that_stays_what_it_lacked(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance", **TWIN)
    await office.does("officer", "AddContact", id=old["id"], role="research", mailbox="r@konstanz.example")

    await merge(office, old, kept)

    told = await state(office, kept["id"])
    assert told["pic"] == TWIN["pic"]
    assert told["domains"] == TWIN["domains"]
    assert told["tags"] == ["bodensee"]
    assert [each["mailbox"] for each in told["contacts"]] == ["r@konstanz.example"]
    assert (await state(office, old["id"]))["contacts"] == []
    assert (await state(office, old["id"]))["merged_on"] == "2026-09-07"


async def test_an_undone_merge_leaves_both_as_they_were(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance", **TWIN)
    await office.does("officer", "AddContact", id=old["id"], role="research", mailbox="r@konstanz.example")
    old = await state(office, old["id"])
    await merge(office, old, kept)

    await separate(office, old)

    assert without_time(await state(office, kept["id"])) == without_time(kept)
    assert without_time(await state(office, old["id"])) == without_time(old)
    assert await office.said_about(kept["id"]) == ["registered", "absorbed", "released"]
    assert (await office.said_about(old["id"]))[-2:] == ["merged", "separated"]


async def test_a_judgement_of_risk_is_not_lost_with_the_duplicate_and_outlives_no_separation(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance")
    risk = {"rating": "high", "until": "2026-12-31"}
    await office.does("officer", "RateOrganisation", id=old["id"], risk=risk)

    await merge(office, old, kept)
    held = (await state(office, kept["id"]))["risk"]
    await separate(office, old)

    assert held == risk
    assert [(await state(office, each["id"]))["risk"] for each in (kept, old)] == [None, risk]


async def test_an_own_judgement_of_risk_outlives_a_merge_and_its_end(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance")
    own = {"rating": "low", "until": "2027-06-30"}
    await office.does("officer", "RateOrganisation", id=kept["id"], risk=own)
    await office.does("officer", "RateOrganisation", id=old["id"], risk={"rating": "high", "until": "2026-12-31"})

    await merge(office, old, kept)
    held = (await state(office, kept["id"]))["risk"]
    await separate(office, old)

    assert [held, (await state(office, kept["id"]))["risk"]] == [own, own]


async def test_what_was_added_since_stays_where_it_was_added(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance", **TWIN)
    await merge(office, old, kept)
    await office.does("officer", "AddContact", id=kept["id"], role="protocol", mailbox="p@konstanz.example")
    await office.does("officer", "CorrectOrganisation", id=kept["id"], pic="999999999", city="Konstanz")

    await separate(office, old)

    told = await state(office, kept["id"])
    assert [each["mailbox"] for each in told["contacts"]] == ["p@konstanz.example"]
    assert (told["pic"], told["city"], told["aliases"]) == ("999999999", "Konstanz", [])
    assert (await state(office, old["id"]))["pic"] == TWIN["pic"]


async def test_after_thirty_days_a_merge_stays(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance")
    await merge(office, old, kept)

    office.clock.move_to(datetime(2026, 10, 8, 6, tzinfo=UTC))

    code = await office.refuses("officer", "SeparateOrganisation", id=old["id"], reason="Two after all.")
    assert code == "organisation-separation-too-late"


async def test_on_the_thirtieth_day_a_merge_can_still_be_undone(office: Office) -> None:
    kept, old = await organisation(office, "Konstanz"), await organisation(office, "Uni Constance")
    await merge(office, old, kept)

    office.clock.move_to(datetime(2026, 10, 7, 6, tzinfo=UTC))

    assert (await separate(office, old))["status"] == "prospect"


async def test_what_is_not_merged_is_not_separated(office: Office) -> None:
    known = await organisation(office, "Konstanz")

    assert await office.refuses("officer", "SeparateOrganisation", id=known["id"], reason="?") == "wrong-status"


async def test_merges_are_undone_in_the_opposite_order(office: Office) -> None:
    first, second, last = [await organisation(office, each) for each in ("One", "Two", "Three")]
    await merge(office, first, second)
    await merge(office, second, last)

    code = await office.refuses("officer", "SeparateOrganisation", id=first["id"], reason="Two after all.")
    assert code == "organisation-successor-merged"

    await separate(office, second)
    assert (await state(office, last["id"]))["aliases"] == []
    assert (await state(office, second["id"]))["aliases"] == [first["id"]]
    await separate(office, first)
    assert (await state(office, second["id"]))["aliases"] == []


async def test_an_identifier_that_somebody_took_meanwhile_is_not_taken_back(office: Office) -> None:
    kept = await organisation(office, "Konstanz", pic="111111111")
    old = await organisation(office, "Uni Constance", **TWIN)
    await merge(office, old, kept)
    await organisation(office, "A third one", pic=TWIN["pic"])

    code = await office.refuses("officer", "SeparateOrganisation", id=old["id"], reason="Two after all.")

    assert code == "identifier-taken"
    assert (await state(office, old["id"]))["status"] == "merged"


async def test_an_organisation_is_not_merged_into_its_own_unit(office: Office) -> None:
    parent = await organisation(office, "Konstanz")
    unit = await organisation(office, "Centre", parent_id=parent["id"])

    code = await office.refuses("officer", "MergeOrganisation", id=parent["id"], into=unit["id"], reason="?")

    assert code == "organisation-hierarchy-cycle"


async def test_who_returns_does_not_stand_under_itself(office: Office) -> None:
    kept, top = await organisation(office, "Konstanz"), await organisation(office, "State Academy")
    old = await organisation(office, "Uni Constance", parent_id=top["id"])
    unit = await organisation(office, "Institute", parent_id=old["id"])
    await merge(office, old, kept)
    await office.does("officer", "CorrectOrganisation", id=top["id"], parent_id=unit["id"])

    code = await office.refuses("officer", "SeparateOrganisation", id=old["id"], reason="Two after all.")

    assert code == "organisation-hierarchy-cycle"


async def test_a_partner_that_was_merged_during_the_review_approves_and_signs_under_either_id(office: Office) -> None:
    old, kept = await history.partner(office), await history.partner(office)
    agreement = await history.in_review(office, partner_id=old)
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="The same one.")

    yes: dict[str, Any] = {"organisation_id": kept, "on": "2026-09-07", "evidence": history.LETTER, "terms_version": 1}
    told = await office.does("officer", "RecordPartnerApproval", id=agreement["id"], **yes)

    assert told["state"]["approvals"][-1]["organisation_id"] == old
    assert told["state"]["terms_hash"] == agreement["terms_hash"]


async def test_a_signature_under_the_successors_id_signs_the_terms_as_they_were_approved(office: Office) -> None:
    old, kept = await history.partner(office), await history.partner(office)
    agreement = await history.approved(office, partner_id=old)
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="The same one.")
    given = [{"on": "2026-09-07"}, {"organisation_id": kept, "on": "2026-09-07"}]

    signed = await history.sign(office, agreement, signatures=given)

    assert signed["signed_terms"]["hash"] == agreement["terms_hash"]
    assert [each["organisation_id"] for each in signed["parties"]] == [None, old]


async def test_the_partner_that_returns_an_agreement_may_be_named_by_the_successors_id(office: Office) -> None:
    old, kept = await history.partner(office), await history.partner(office)
    agreement = await history.in_review(office, partner_id=old)
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="The same one.")
    wish: dict[str, Any] = {"step": "partner", "organisation_id": kept, "terms_version": 1, "reason": "Fewer seats."}

    told = await office.does("officer", "ReturnAgreement", id=agreement["id"], **wish)

    assert told["status"] == "returned"


async def test_a_renewal_names_the_successor(office: Office) -> None:
    old, kept = await history.partner(office), await history.partner(office)
    agreement = await history.signed(office, partner_id=old, starts="2026-09-07")
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="The same one.")

    told = await office.does("officer", "RenewAgreement", id=agreement["id"])

    successor = await history.reload(office, told["state"]["successor_id"])
    assert [each["organisation_id"] for each in successor["parties"]] == [None, kept]
    assert (await history.reload(office, agreement))["signed_terms"] == agreement["signed_terms"]

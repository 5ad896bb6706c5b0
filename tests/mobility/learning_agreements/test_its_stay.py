"""A learning agreement and its stay: cancelled together, taken back together, put right together."""

import asyncio
from typing import Any

import pytest

from tests.mobility.learning_agreements.conftest import LITERATURE, NOVEL, Learning

BACK: dict[str, Any] = {"reason": "I stay with my family"}


async def test_nothing_is_signed_about_a_stay_that_was_cancelled_meanwhile(office: Learning) -> None:
    stay = await office.accepted()
    agreement = await office.draft(stay)
    seen = (await office.signed(agreement, "person"))["hash"]

    cancelling = office.does("officer", "CancelMobility", id=stay["id"], cause="own_wish", **BACK)
    signing = office.asks(
        "officer", "POST", "/commands/countersign-learning-agreement", json={"id": agreement["id"], "hash": seen}
    )
    _, signed = await asyncio.gather(cancelling, signing)

    state = await office.shown(agreement)
    assert (state["status"], state["waits_for"]) == ("cancelled", None)
    assert signed.status_code in (200, 409)
    assert await office.refuses("officer", "DraftLearningAgreement", mobility_id=stay["id"]) == (
        "learning-agreement-stay-not-open"
    )


@pytest.mark.parametrize("by", [(), ("person",), ("person", "office"), ("rejected",)])
async def test_it_ends_with_a_stay_that_the_host_refuses_and_is_taken_back_before_all_have_signed(
    office: Learning, by: tuple[str, ...]
) -> None:
    stays = [await office.nominates(await office.agreement()), await office.accepted()]
    for stay in stays:
        agreement = await office.draft(stay)
        state = await office.signed(agreement, *(("person",) if by == ("rejected",) else by))
        if by == ("rejected",):
            about = {"id": agreement["id"], "hash": state["hash"]}
            await office.does("officer", "RejectLearningAgreement", **about, comment="Not so")
        stay["learning"] = agreement

    await office.does("officer", "RejectNomination", id=stays[0]["id"], on="2026-11-02", reason="Full")
    withdrawn = await office.does("officer", "WithdrawLearningAgreement", id=stays[1]["learning"]["id"], **BACK)
    again = await office.revised(stays[1]["learning"], NOVEL, LITERATURE)

    assert (await office.shown(stays[0]["learning"]))["status"] == "cancelled"
    assert (withdrawn["status"], again["status"], again["state"]["number"]) == ("withdrawn", "draft", 2)


@pytest.mark.parametrize("status", ["draft", "signed_by_person", "signed_by_sender", "rejected", "signed"])
async def test_it_stands_as_before_when_the_stay_takes_place_after_all(office: Learning, status: str) -> None:
    stay = await office.accepted()
    agreement = await office.draft(stay)
    by = {"draft": (), "signed_by_person": ("person",), "rejected": ("person",)}.get(status, ("person", "office"))
    state = await office.signed(agreement, *by)
    if status == "rejected":
        about = {"id": agreement["id"], "hash": state["hash"]}
        await office.does("officer", "RejectLearningAgreement", **about, comment="Not so")
    if status == "signed":
        await office.signed_by_link(agreement)

    await office.does("officer", "CancelMobility", id=stay["id"], cause="own_wish", **BACK)
    cancelled = await office.shown(agreement)
    await office.does("officer", "ReopenMobility", id=stay["id"])

    assert (cancelled["status"], (await office.shown(agreement))["status"]) == ("cancelled", status)


async def test_the_year_of_a_stay_that_was_put_right_is_that_of_its_agreement(office: Learning) -> None:
    stay = await office.accepted()
    agreement = await office.draft(stay)

    await office.does("officer", "CorrectMobility", id=stay["id"], academic_year="2027/2028", reason="Misread")

    assert (await office.shown(agreement))["academic_year"] == "2027/2028"
    assert await office.said_about(agreement["id"]) == ["drafted", "year_corrected"]

"""Renewal makes a successor that knows its predecessor; what was signed stays as it was."""

from datetime import datetime
from typing import Any

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import LETTER


async def running(office: Office, **other: Any) -> dict[str, Any]:
    """An agreement in force since today."""
    return await history.signed(office, starts=None, **{"ends": "2028-09-06", **other})


async def renewed(office: Office, agreement: dict[str, Any], **given: Any) -> dict[str, Any]:
    """The successor's draft."""
    answer = await office.does("officer", "RenewAgreement", id=agreement["id"], **given)
    return await history.reload(office, answer["state"]["successor_id"])


async def completed(office: Office, successor: dict[str, Any]) -> dict[str, Any]:
    """The successor after all have approved and signed it."""
    successor = (await office.does("officer", "SubmitAgreement", id=successor["id"]))["state"]
    for step in ("department", "legal", "rectorate", "partner"):
        successor = await history.approve(office, successor, step)
    return await history.sign(office, successor)


async def test_a_successor_is_drafted_with_the_same_terms_for_the_next_period(office: Office) -> None:
    agreement = await running(office, backup="officer-3")

    successor = await renewed(office, agreement)

    assert (successor["status"], successor["starts"], successor["ends"]) == ("draft", "2028-09-07", "2030-09-06")
    assert (successor["predecessor_id"], successor["backup"]) == (agreement["id"], "officer-3")
    assert successor["origin"] == {"kind": "agreement", "id": agreement["id"]}
    assert successor["correlation_id"] == agreement["correlation_id"]
    assert successor["conditions"][0]["id"] != agreement["conditions"][0]["id"]
    assert successor["conditions"][0]["first_year"] == "2028/2029"


async def test_the_successor_takes_over_on_its_first_day(office: Office) -> None:
    agreement = await running(office)
    await renewed(office, agreement)
    agreement = await history.reload(office, agreement)
    office.clock.move_to(datetime(2026, 9, 7, 12, tzinfo=BAKU))

    await completed(office, await history.reload(office, agreement["successor_id"]))
    assert await history.said_since(office, agreement) == ["succeeded"]
    await office.waits_until(datetime(2028, 9, 7, 0, 0, tzinfo=BAKU))

    after = await history.reload(office, agreement)
    successor = await history.reload(office, agreement["successor_id"])
    assert (after["status"], after["renewed_on"]) == ("renewed", "2028-09-07")
    assert (successor["status"], successor["in_force_on"]) == ("in_force", "2028-09-07")
    assert after["signed_terms"] == agreement["signed_terms"]
    said = await history.said_since(office, agreement)
    assert said == ["succeeded", "expiring", "renewed"]


async def test_an_earlier_successor_takes_over_at_once_and_does_not_clash(office: Office) -> None:
    agreement = await running(office)
    successor = await renewed(office, agreement, starts="2026-09-07", ends="2030-09-06")

    successor = await completed(office, successor)

    assert successor["status"] == "in_force"
    assert (await history.reload(office, agreement))["status"] == "renewed"
    assert (await office.said_about(agreement["id"]))[-2:] == ["succeeded", "renewed"]


async def test_one_successor_follows(office: Office) -> None:
    agreement = await running(office)
    await renewed(office, agreement)
    notice: dict[str, Any] = {"wished_by": "us", "on": "2026-09-07", "document": LETTER, "reason": "No use."}

    assert await office.refuses("officer", "RenewAgreement", id=agreement["id"]) == "agreement-has-successor"
    assert await office.refuses("officer", "DeclineRenewal", id=agreement["id"], **notice) == "agreement-has-successor"


async def test_an_abandoned_successor_makes_room_for_another(office: Office) -> None:
    agreement = await running(office)
    successor = await renewed(office, agreement)

    await office.does("officer", "AbandonAgreement", id=successor["id"], reason="Other seats are wanted.")
    another = await renewed(office, agreement)

    assert another["id"] != successor["id"]
    said = await history.said_since(office, agreement)
    assert said == ["renewal_begun", "renewal_dropped", "renewal_begun"]


def mutual(**other: Any) -> dict[str, Any]:
    """What both sides wish."""
    return {"wished_by": "both", "document": LETTER, "reason": "No use.", **other}


async def test_a_predecessor_that_was_terminated_meanwhile_stays_terminated(office: Office) -> None:
    agreement = await running(office)
    successor = await renewed(office, agreement)
    days: dict[str, Any] = {"effective": "2026-09-07", "given_on": "2026-09-07"}
    seen = (await history.impact(office, agreement))["impact"]
    wish = mutual(impact=seen, document=await history.filed(office, agreement))
    await office.does("head", "TerminateAgreement", id=agreement["id"], **days, **wish)

    await completed(office, successor)

    after = await history.reload(office, agreement)
    assert (after["status"], after["renewed_on"]) == ("terminated", None)
    assert (await office.said_about(agreement["id"]))[-1] == "terminated"


async def test_an_expired_agreement_can_be_renewed_late(office: Office) -> None:
    agreement = await running(office)
    await office.waits_until(datetime(2028, 9, 10, tzinfo=BAKU))

    successor = await renewed(office, agreement, starts="2028-09-10")

    assert (await history.reload(office, agreement))["status"] == "expired"
    assert (successor["starts"], successor["ends"]) == ("2028-09-10", "2030-09-09")


async def test_an_evergreen_agreement_needs_no_renewal(office: Office) -> None:
    agreement = await running(office, ends=None, renewal={"mode": "evergreen"})

    assert await office.refuses("officer", "RenewAgreement", id=agreement["id"]) == "agreement-nothing-to-renew"

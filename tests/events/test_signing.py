"""A signing at a visit: what is heard of the agreement, and how both become one story."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from korpu_events.consumers.tables import HeardAgreement
from tests.events.delegations import a_visit, an_agreement, an_item, booked
from tests.events.stopping import stops
from tests.office import Office


async def a_signing(office: Office, visit: Any, agreement: UUID, **more: Any) -> Any:
    return await booked(office, visit, kind="signing", agreement_id=agreement, **more)


def only_item(visit: Any) -> Any:
    return visit["state"]["programme"][0]


async def reload(office: Office, visit: Any) -> Any:
    return (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()


async def test_partners_that_were_restored_are_believed(office: Office) -> None:
    agreement = await an_agreement(office, "signed", version=5)

    await an_agreement(office, "in_review", version=4, id=agreement, epoch=1)

    async with office.database.transaction() as session:
        known = await session.get(HeardAgreement, agreement)
    assert known is not None
    assert known.status == "in_review"


@pytest.mark.parametrize(
    ("status", "warning"),
    [("draft", "agreement-not-approved"), ("in_review", "agreement-not-approved"), ("approved", None)],
)
async def test_a_signing_warns_of_an_agreement_that_is_not_approved(
    office: Office, status: str, warning: str | None
) -> None:
    agreement = await an_agreement(office, status)

    visit = await a_signing(office, await a_visit(office), agreement)

    assert [each["code"] for each in visit["warnings"]] == ([warning] if warning else [])
    assert only_item(visit)["warning"] == warning


async def test_a_signing_warns_of_an_agreement_that_nobody_told_of_and_of_one_already_signed(office: Office) -> None:
    signed = await an_agreement(office, "in_force", signed_on="2026-01-10")

    unheard = await a_signing(office, await a_visit(office), uuid4())
    old = await a_signing(office, await a_visit(office), signed)

    assert only_item(unheard)["warning"] == "agreement-not-heard"
    assert only_item(old)["warning"] == "agreement-already-signed"


async def test_the_warning_goes_when_the_agreement_is_approved_and_comes_back_when_its_terms_change(
    office: Office,
) -> None:
    agreement = await an_agreement(office, "in_review")
    visit = await a_signing(office, await a_visit(office), agreement)

    await an_agreement(office, "approved", 2, id=agreement)
    approved = await reload(office, visit)
    await an_agreement(office, "approved", 3, id=agreement)
    await an_agreement(office, "draft", 4, id=agreement)
    changed = await reload(office, visit)

    assert approved["programme"][0]["warning"] is None
    assert changed["programme"][0]["warning"] == "agreement-not-approved"
    assert (await office.said_about(visit["id"]))[-2:] == ["agreement_progressed", "agreement_progressed"]


async def test_an_older_or_repeated_word_about_an_agreement_changes_nothing(office: Office) -> None:
    agreement = await an_agreement(office, "approved", 5)
    visit = await a_signing(office, await a_visit(office), agreement)

    await an_agreement(office, "in_review", 4, id=agreement)
    await an_agreement(office, "draft", 5, id=agreement)

    assert (await reload(office, visit))["version"] == visit["version"]


async def test_signing_at_the_visit_records_visit_and_agreement_in_one_story(office: Office) -> None:
    agreement = await an_agreement(office, "approved")
    visit = await a_signing(office, await a_visit(office, "in_progress"), agreement)
    story = visit["state"]["correlation_id"]

    signed = {"signed_on": "2026-10-05", "origin": {"kind": "visit", "id": visit["id"]}, "correlation_id": story}
    await an_agreement(office, "in_force", 2, id=agreement, fact="agreement.signed", **signed)

    after = await reload(office, visit)
    assert (after["programme"][0]["signed_on"], after["programme"][0]["warning"]) == ("2026-10-05", None)
    assert after["signed"] == [{"agreement_id": str(agreement), "on": "2026-10-05"}]
    told = (await office.messages_about(visit["id"]))[-1]
    assert told["type"] == "az.edu.gdu.events.visit.agreement_signed.v1"
    assert told["headers"]["ce_correlationid"] == story == told["change"]["correlation_id"]
    assert told["change"]["item_id"] == only_item(visit)["id"]
    assert told["headers"]["ce_causationid"]


async def test_an_agreement_that_came_of_the_visit_is_recorded_without_an_item_and_only_once(office: Office) -> None:
    visit = await a_visit(office, "completed")
    signed = {"signed_on": "2026-10-20", "origin": {"kind": "visit", "id": visit["id"]}}

    agreement = await an_agreement(office, "in_force", 7, **signed)
    await an_agreement(office, "expiring", 8, id=agreement, **signed)

    after = await reload(office, visit)
    assert after["signed"] == [{"agreement_id": str(agreement), "on": "2026-10-20"}]
    assert (await office.said_about(visit["id"]))[-1] == "agreement_signed"
    assert after["version"] == visit["version"] + 1


async def test_an_agreement_signed_on_another_day_is_warned_of_and_not_recorded(office: Office) -> None:
    agreement = await an_agreement(office, "approved")
    visit = await a_signing(office, await a_visit(office), agreement)

    await an_agreement(office, "in_force", 2, id=agreement, signed_on="2026-09-06")

    after = await reload(office, visit)
    assert (after["signed"], after["programme"][0]["warning"]) == ([], "agreement-already-signed")


async def test_an_agreement_says_itself_at_which_visit_it_was_signed(office: Office) -> None:
    agreement = await an_agreement(office, "approved")
    here, there = [await a_signing(office, await a_visit(office), agreement) for _ in range(2)]

    signed = {"signed_on": "2026-10-05", "visit_id": there["id"], "origin": {"kind": "visit", "id": here["id"]}}
    await an_agreement(office, "in_force", 2, id=agreement, **signed)

    assert [each["agreement_id"] for each in (await reload(office, there))["signed"]] == [str(agreement)]
    assert (await reload(office, here))["signed"] == []
    assert (await reload(office, here))["programme"][0]["warning"] == "agreement-already-signed"


async def test_an_agreement_of_another_origin_changes_no_visit(office: Office) -> None:
    visit = await a_visit(office, "in_progress")

    await an_agreement(office, "in_force", 2, signed_on="2026-10-05", origin={"kind": "letter", "id": visit["id"]})

    assert (await reload(office, visit))["version"] == visit["version"]


async def test_a_cancelled_visit_records_no_signing(office: Office) -> None:
    agreement = await an_agreement(office, "approved")
    visit = await a_signing(office, await a_visit(office), agreement)
    cancelled = await stops(office, "CancelVisit", visit, reason="Snow")

    origin = {"kind": "visit", "id": visit["id"]}
    await an_agreement(office, "in_force", 2, id=agreement, signed_on="2026-10-05", origin=origin)

    assert (await reload(office, visit))["version"] == cancelled["version"]


async def test_a_signed_item_stays_signed_when_its_hour_changes(office: Office) -> None:
    agreement = await an_agreement(office, "approved")
    visit = await a_signing(office, await a_visit(office, "in_progress"), agreement)
    await an_agreement(office, "in_force", 2, id=agreement, signed_on="2026-10-05")

    item = an_item(starts="2026-10-05T15:00", ends="2026-10-05T16:00", kind="signing", agreement_id=agreement)
    after = await office.does("officer", "ChangeProgrammeItem", id=visit["id"], item_id=only_item(visit)["id"], **item)

    assert (only_item(after)["signed_on"], after["warnings"]) == ("2026-10-05", [])

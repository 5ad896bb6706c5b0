"""What rests on an agreement or an organisation stands and falls with it."""

from uuid import uuid4

from tests.mobility.conftest import baku
from tests.mobility.opportunities.conftest import Opportunities


async def test_an_opportunity_is_suspended_with_its_agreement_and_goes_on_with_it(office: Opportunities) -> None:
    agreement = await office.agreement()
    opportunity = await office.published(condition_id=str(agreement.condition_id))

    await office.tells(agreement, "suspended", status="suspended")
    suspended = await office.shown(opportunity)
    await office.tells(agreement, "resumed", status="in_force")
    again = await office.shown(opportunity)

    assert opportunity["state"]["agreement_id"] == str(agreement.id)
    assert opportunity["state"]["correlation_id"] == str(agreement.correlation_id)
    assert (suspended["status"], suspended["suspended_for"]) == ("suspended", "agreement_suspended")
    assert [task["key"] for task in suspended["tasks"]] == ["ChangeOpportunity"]
    assert (again["status"], again["suspended_for"]) == ("published", None)
    assert await office.said_about(opportunity["id"]) == ["drafted", "verified", "published", "suspended", "resumed"]


async def test_what_rests_on_something_else_now_goes_on(office: Opportunities) -> None:
    provider, other = await office.provider(), await office.provider()
    opportunity = await office.published(organisation_id=provider, deadline="2026-12-01")
    await office.provider_is(provider, "archived", version=2)
    suspended = await office.shown(opportunity)

    days = await office.changes(opportunity, "SetOpportunityDays", deadline="2026-12-02")
    moved = await office.changes(opportunity, "ChangeOpportunity", organisation_id=other)
    dead = await office.changes(opportunity, "ChangeOpportunity", organisation_id=provider)

    assert (suspended["status"], suspended["suspended_for"]) == ("suspended", "provider_archived")
    assert (days["status"], moved["status"], dead["status"]) == ("suspended", "closing_soon", "suspended")


async def test_what_is_suspended_ends_all_the_same(office: Opportunities) -> None:
    agreement = await office.agreement()
    by_clock, by_hand, late = [
        await office.published(agreement_id=str(agreement.id), deadline=day, time_zone="Asia/Baku")
        for day in ("2026-12-31", "2027-01-31", "2026-11-24")
    ]
    await office.tells(agreement, "terminated", status="terminated")

    await office.changes(by_hand, "CloseOpportunity", reason="The agreement has ended")
    office.clock.move_to(baku(2026, 11, 25, 9))
    await office.tells(agreement, "resumed", status="in_force")
    over = await office.shown(late)
    await office.tells(agreement, "suspended", status="suspended")
    await office.waits_until(baku(2027, 1, 1, 9))
    closed = await office.shown(by_clock)

    assert (over["status"], over["closed_on"]) == ("closed", "2026-11-24")
    assert (closed["status"], closed["suspended_for"]) == ("closed", None)
    assert (await office.shown(by_hand))["reason"] == "The agreement has ended"


async def test_nothing_is_published_or_opened_again_without_a_living_source(office: Opportunities) -> None:
    provider = await office.provider("suspended")
    drafted = await office.draft(organisation_id=provider)
    await office.changes(drafted, "VerifyOpportunity")

    unpublished = await office.refuses_change(drafted, "PublishOpportunity")
    await office.provider_is(provider, "active", version=2)
    await office.changes(drafted, "PublishOpportunity")
    await office.changes(drafted, "CloseOpportunity", reason="All places are given")
    await office.provider_is(provider, "archived", version=3)
    closed = await office.refuses_change(drafted, "ReopenOpportunity", reason="A place is free")
    wrong = [
        await office.refuses_change(drafted, "ReopenOpportunity", reason="A place is free", **given)
        for given in (
            {"time_zone": "Nowhere"},
            {"internal_deadline": "2027-01-31"},
            {"deadline": "2027-01-31", "internal_deadline": "2027-02-01"},
        )
    ]

    assert (unpublished, closed) == ("opportunity-source-dead", "opportunity-source-dead")
    assert wrong == [
        "opportunity-zone-unknown",
        "opportunity-internal-deadline-alone",
        "opportunity-internal-deadline-too-late",
    ]


async def test_who_was_merged_stands_as_whom_it_was_merged_into(office: Opportunities) -> None:
    successor = str(uuid4())
    merged = await office.provider("merged", merged_into=successor)
    await office.provider_is(successor, "active")
    opportunity = await office.published(organisation_id=merged)

    await office.provider_is(successor, "suspended", version=2)

    assert (await office.shown(opportunity))["suspended_for"] == "provider_suspended"

"""The clock: an opportunity closes with its last day where that ends, and looks at its source grow old."""

from datetime import UTC, datetime

import pytest

from tests.mobility.conftest import baku
from tests.mobility.opportunities.conftest import Opportunities


async def test_the_last_day_ends_at_midnight_of_the_providers_zone(office: Opportunities) -> None:
    honolulu = await office.published(deadline="2026-12-31", time_zone="Pacific/Honolulu")
    auckland = await office.published(deadline="2026-12-31", time_zone="Pacific/Auckland")

    await office.waits_until(datetime(2026, 12, 31, 10, 59, 59, tzinfo=UTC))
    before = [(await office.shown(each))["status"] for each in (auckland, honolulu)]
    await office.waits_until(datetime(2026, 12, 31, 11, 0, 1, tzinfo=UTC))
    between = [(await office.shown(each))["status"] for each in (auckland, honolulu)]
    await office.waits_until(datetime(2027, 1, 1, 10, 0, 1, tzinfo=UTC))
    after = await office.shown(honolulu)

    assert honolulu["state"]["closes_at"] == "2027-01-01T09:59:59.999999Z"
    assert before == ["closing_soon", "closing_soon"]
    assert between == ["closed", "closing_soon"]
    assert (after["status"], after["closed_on"]) == ("closed", "2026-12-31")
    assert await office.said_about(honolulu["id"]) == ["drafted", "verified", "published", "closing_soon", "closed"]


async def test_applications_end_with_the_offices_own_day_in_baku(office: Opportunities) -> None:
    opportunity = await office.published(internal_deadline="2027-01-20")

    await office.waits_until(baku(2027, 1, 20, 23, 59))
    open_still = (await office.shown(opportunity))["status"]
    await office.waits_until(baku(2027, 1, 21, 0, 1))

    assert opportunity["state"]["last_day"] == "2027-01-20"
    assert open_still == "closing_soon"
    assert (await office.shown(opportunity))["status"] == "closed"


async def test_what_closed_while_the_clock_was_away_is_not_said_to_close_soon(office: Opportunities) -> None:
    opportunity = await office.published(deadline="2026-12-15")

    await office.waits_until(baku(2026, 12, 20, 9))

    assert await office.said_about(opportunity["id"]) == ["drafted", "verified", "published", "closed"]


async def test_it_closes_soon_two_weeks_before_and_not_after_the_day_was_put_off(office: Opportunities) -> None:
    opportunity = await office.published(deadline="2027-01-31", time_zone="Asia/Baku")
    await office.waits_until(baku(2027, 1, 18, 9))
    soon = (await office.shown(opportunity))["status"]

    later = await office.changes(
        opportunity, "SetOpportunityDays", deadline="2027-03-01", reason="The provider gives more time"
    )
    await office.waits_until(baku(2027, 2, 16, 9))
    again = (await office.shown(opportunity))["status"]
    kept = await office.changes(opportunity, "SetOpportunityDays", deadline="2027-02-28")

    assert (soon, later["status"], again, kept["status"]) == (
        "closing_soon", "published", "closing_soon", "closing_soon",
    )  # fmt: skip
    said = [each for each in await office.messages_about(opportunity["id"]) if "deadline_changed" in each["type"]]
    assert said[0]["change"] == {"opened": None, "closed_at": "2027-01-31T19:59:59.999999Z"}


async def test_days_are_set_in_a_draft_and_moved_nearer(office: Opportunities) -> None:
    opportunity = await office.draft()
    drafted = await office.changes(opportunity, "SetOpportunityDays", deadline="2026-11-01")
    await office.changes(opportunity, "VerifyOpportunity")
    over = await office.refuses_change(opportunity, "PublishOpportunity")
    await office.changes(opportunity, "SetOpportunityDays", deadline="2027-01-31")
    await office.changes(opportunity, "PublishOpportunity")

    same = await office.changes(opportunity, "SetOpportunityDays", deadline="2027-01-30")
    nearer = await office.changes(opportunity, "SetOpportunityDays", deadline="2026-11-27")
    past = await office.refuses_change(opportunity, "SetOpportunityDays", deadline="2026-11-22")
    wrong = [
        await office.refuses_change(opportunity, "SetOpportunityDays", **given)
        for given in (
            {"deadline": "2027-01-31", "time_zone": "Nowhere"},
            {"internal_deadline": "2027-01-31"},
            {"deadline": "2027-01-31", "internal_deadline": "2027-01-31"},
            {"deadline": "2027-01-31", "opens": "2027-02-01"},
        )
    ]

    assert (drafted["status"], over, same["status"]) == ("draft", "opportunity-deadline-passed", "published")
    assert (nearer["status"], past) == ("closing_soon", "opportunity-deadline-passed")
    assert wrong == [
        "opportunity-zone-unknown",
        "opportunity-internal-deadline-alone",
        "opportunity-internal-deadline-too-late",
        "opportunity-opens-after-deadline",
    ]


@pytest.mark.parametrize(("deadline", "status"), [("2027-06-30", "published"), ("2026-12-01", "closing_soon")])
async def test_what_is_closed_is_opened_again_with_a_reason(office: Opportunities, deadline: str, status: str) -> None:
    opportunity = await office.published()

    closed = await office.changes(opportunity, "CloseOpportunity", reason="All places are given")
    past = await office.refuses_change(
        opportunity, "ReopenOpportunity", deadline="2026-11-22", reason="A place is free"
    )
    again = await office.changes(opportunity, "ReopenOpportunity", deadline=deadline, reason="A place is free")

    assert (closed["status"], closed["closed_on"], closed["reason"]) == ("closed", "2026-11-23", "All places are given")
    assert past == "opportunity-deadline-passed"
    assert (again["status"], again["closed_on"]) == (status, None)


async def test_what_is_over_is_put_away(office: Opportunities) -> None:
    opportunity = await office.published(deadline="2026-11-25")
    soon = opportunity["status"]
    await office.changes(opportunity, "CloseOpportunity", reason="The provider has withdrawn it")

    archived = await office.changes(opportunity, "ArchiveOpportunity")

    assert (soon, archived["status"], archived["reason"]) == (
        "closing_soon", "archived", "The provider has withdrawn it",
    )  # fmt: skip


async def test_a_look_at_the_source_grows_old_and_leaves_the_front_page(office: Opportunities) -> None:
    opportunity = await office.published(deadline="2027-12-31")

    await office.waits_until(baku(2027, 1, 22, 23, 59))
    fresh = await office.shown(opportunity)
    await office.waits_until(baku(2027, 1, 23, 0, 1))
    ageing = await office.shown(opportunity)
    await office.waits_until(baku(2027, 2, 22, 0, 1))
    stale = await office.shown(opportunity)
    again = await office.changes(opportunity, "VerifyOpportunity")

    shown = [(each["verification"], each["front_page"]) for each in (fresh, ageing, stale, again)]
    assert shown == [("fresh", True), ("ageing", True), ("stale", False), ("fresh", True)]
    task = next(each for each in fresh["tasks"] if each["key"] == "VerifyOpportunity")
    assert (task["since"], task["due"]) == ("2027-01-21T20:00:00Z", "2027-02-21")
    assert await office.said_about(opportunity["id"]) == [
        "drafted", "verified", "published", "ageing", "stale", "verified",
    ]  # fmt: skip


async def test_without_a_last_day_one_can_always_apply(office: Opportunities) -> None:
    opportunity = await office.published(deadline=None)

    await office.waits_until(baku(2028, 11, 23))

    assert (await office.shown(opportunity))["status"] == "published"

"""What the clock says of a signed agreement: its beginning, the reminders, its end; each once."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import LETTER


async def day(office: Office, on: str, at: time = time(9)) -> None:
    """It is nine o'clock on that day, and all that fell due is said."""
    await office.waits_until(datetime.combine(date.fromisoformat(on), at, tzinfo=BAKU))


async def test_from_the_signature_to_the_end_each_fact_is_said_once_in_order(office: Office) -> None:
    agreement = await history.signed(office, ends="2028-09-30")
    days = [date(2026, 9, 8) + timedelta(days=passed) for passed in range(0, 780, 13)]

    for each in days:
        await day(office, each.isoformat())

    said = await history.said_since(office, agreement)
    assert said == ["in_force", "reminded", "reminded", "expiring", *["reminded"] * 4, "expired"]
    reminders = [m["change"] for m in await office.messages_about(agreement["id"]) if "reminded" in m["type"]]
    assert [each["days"] for each in reminders] == [365, 180, 90, 60, 30, 15]
    assert (await history.reload(office, agreement))["status"] == "expired"


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-09-30", "awaiting_start"),
        ("2026-10-01", "in_force"),
        ("2029-07-01", "in_force"),
        ("2029-07-02", "expiring"),
        ("2029-09-30", "expiring"),
        ("2029-10-01", "expired"),
        ("2040-01-01", "expired"),
    ],
)
async def test_the_calendar_decides_the_status(office: Office, on: str, status: str) -> None:
    agreement = await history.signed(office)

    await day(office, on, time(0))

    assert (await history.reload(office, agreement))["status"] == status


async def test_a_late_clock_says_everything_once_and_stops_at_the_end(office: Office) -> None:
    agreement = await history.signed(office)

    await day(office, "2035-01-01")
    await day(office, "2036-01-01")

    said = await history.said_since(office, agreement)
    assert sorted(said) == ["expired", "expiring", "in_force", *["reminded"] * 6]
    assert said[-1] == "expired"


async def test_reminders_go_to_the_owner_and_the_backup(office: Office) -> None:
    agreement = await history.signed(office, owner="officer-2", backup="officer-3")

    await day(office, "2028-10-01")

    change = (await office.messages_about(agreement["id"]))[-1]["change"]
    assert change == {"days": 365, "ends": "2029-09-30", "recipients": ["officer-2", "officer-3"]}


async def test_rungs_that_lie_behind_the_signature_are_not_said(office: Office) -> None:
    agreement = await history.signed(office, starts=None, ends="2026-11-30")
    assert agreement["status"] == "expiring"

    await day(office, "2026-12-01")

    reminders = [m["change"] for m in await office.messages_about(agreement["id"]) if "reminded" in m["type"]]
    assert [each["days"] for each in reminders] == [60, 30, 15]


async def test_an_evergreen_agreement_is_reviewed_every_period(office: Office) -> None:
    renewal = {"mode": "evergreen", "review_months": 24}
    agreement = await history.signed(office, ends=None, renewal=renewal)

    await day(office, "2028-10-01")
    answer = await office.does("officer", "RecordReview", id=agreement["id"], on="2028-10-01")
    await day(office, "2030-09-30")
    assert await history.said_since(office, agreement) == ["in_force", "review_due", "reviewed"]
    await day(office, "2030-10-01")

    assert answer["status"] == "in_force"
    assert (await history.said_since(office, agreement))[-1] == "review_due"


async def test_what_has_an_end_has_no_review(office: Office) -> None:
    agreement = await history.signed(office)

    code = await office.refuses("officer", "RecordReview", id=agreement["id"], on="2026-09-07")

    assert code == "agreement-nothing-to-review"


async def test_a_review_to_come_is_not_recorded(office: Office) -> None:
    agreement = await history.signed(office, ends=None, renewal={"mode": "evergreen"})

    code = await office.refuses("officer", "RecordReview", id=agreement["id"], on="2026-09-08")

    assert code == "agreement-dated-in-the-future"


async def test_an_automatic_agreement_renews_itself_unless_somebody_declines(office: Office) -> None:
    renewal = {"mode": "automatic", "notice_days": 60, "period_months": 24}
    agreement = await history.signed(office, ends="2027-09-30", renewal=renewal)

    await day(office, "2027-10-01")

    before = await history.reload(office, agreement)
    after = await history.reload(office, before["successor_id"])
    assert (before["status"], before["renewed_on"]) == ("renewed", "2027-10-01")
    assert (after["status"], after["starts"], after["ends"]) == ("in_force", "2027-10-01", "2029-09-30")
    assert after["predecessor_id"] == before["id"]
    assert after["correlation_id"] == before["correlation_id"]
    assert after["conditions"][0]["first_year"] == "2027/2028"
    assert before["signed_terms"] == agreement["signed_terms"]
    assert await office.said_about(after["id"]) == ["continued", "in_force"]
    said = await history.said_since(office, agreement)
    assert said[-2:] == ["notice_date_passed", "renewed"] or "notice_date_passed" in said
    assert said.count("renewed") == 1
    assert "expired" not in said


async def test_it_renews_itself_again_and_again(office: Office) -> None:
    renewal = {"mode": "automatic", "period_months": 12}
    agreement = await history.signed(office, ends="2027-09-30", renewal=renewal)

    await day(office, "2030-01-01")

    chain = [await history.reload(office, agreement)]
    while chain[-1]["successor_id"]:
        chain.append(await history.reload(office, chain[-1]["successor_id"]))
    assert [each["ends"] for each in chain] == ["2027-09-30", "2028-09-30", "2029-09-30", "2030-09-30"]
    assert [each["status"] for each in chain] == ["renewed", "renewed", "renewed", "in_force"]


async def test_a_declined_renewal_lets_it_expire(office: Office) -> None:
    agreement = await history.signed(office, ends="2027-09-30", renewal={"mode": "automatic", "notice_days": 60})
    notice: dict[str, Any] = {
        "wished_by": "partner",
        "on": "2026-09-07",
        "document": LETTER,
        "reason": "Another partner was found.",
    }

    await office.does("officer", "DeclineRenewal", id=agreement["id"], **notice)
    await day(office, "2027-10-01")

    after = await history.reload(office, agreement)
    assert (after["status"], after["successor_id"]) == ("expired", None)
    assert after["non_renewal"]["reason"] == notice["reason"]
    said = await history.said_since(office, agreement)
    assert said.index("renewal_declined") == 0
    assert "notice_date_passed" not in said


async def test_after_the_notice_date_it_is_too_late_to_decline(office: Office) -> None:
    agreement = await history.signed(office, ends="2027-09-30", renewal={"mode": "automatic", "notice_days": 60})
    await day(office, "2027-08-02")
    notice: dict[str, Any] = {"wished_by": "us", "document": LETTER, "reason": "No use."}

    late = await office.refuses("officer", "DeclineRenewal", id=agreement["id"], on="2027-08-02", **notice)
    future = await office.refuses("officer", "DeclineRenewal", id=agreement["id"], on="2027-08-03", **notice)
    answer = await office.does("officer", "DeclineRenewal", id=agreement["id"], on="2027-08-01", **notice)

    assert (late, future) == ("agreement-notice-too-late", "agreement-dated-in-the-future")
    assert answer["state"]["non_renewal"]["on"] == "2027-08-01"


async def test_an_evergreen_agreement_has_no_renewal_to_decline(office: Office) -> None:
    agreement = await history.signed(office, ends=None, renewal={"mode": "evergreen"})
    notice: dict[str, Any] = {"wished_by": "us", "on": "2026-09-07", "document": LETTER, "reason": "No use."}

    assert (
        await office.refuses("officer", "DeclineRenewal", id=agreement["id"], **notice) == "agreement-nothing-to-renew"
    )

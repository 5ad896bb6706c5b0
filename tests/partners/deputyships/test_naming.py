"""The head names a deputy for days of absence: by the calendar, within bounds, and until it is ended."""

from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU
from tests.office import Office
from tests.partners.deputyships.absence import DAYS, DEPUTY, named, shown

WHY = "Müalicə alır"


async def test_a_deputyship_is_planned_in_force_and_over_by_the_calendar(office: Office) -> None:
    planned = await named(office, reason=WHY)

    await office.waits_until(datetime(2026, 9, 8, tzinfo=BAKU))
    begun = await shown(office, planned)
    await office.waits_until(datetime(2026, 9, 11, tzinfo=BAKU))
    over = await shown(office, planned)

    assert (planned["status"], begun["status"], over["status"]) == ("planned", "in_force", "over")
    assert (planned["head"], planned["deputy"], planned["code"]) == ("head-1", "officer-2", "DEP-0001")
    assert await office.said_about(planned["id"]) == ["named", "began", "over"]
    assert WHY not in str(await office.messages_about(planned["id"]))
    assert [each["why"] for each in await office.audit_of(planned["id"])] == [WHY, None, None]


async def test_one_that_begins_today_is_in_force_at_once(office: Office) -> None:
    assert (await named(office, first_day="2026-09-07", last_day="2026-09-07"))["status"] == "in_force"


async def test_a_clock_that_was_late_says_only_that_it_is_over(office: Office) -> None:
    planned = await named(office)

    await office.waits_until(datetime(2026, 9, 20, tzinfo=BAKU))

    assert await office.said_about(planned["id"]) == ["named", "over"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"first_day": "2026-09-06"}, "deputyship-in-the-past"),
        ({"last_day": "2026-09-07"}, "deputyship-ends-before-it-begins"),
        ({"last_day": "2026-12-07"}, "deputyship-too-long"),
        ({"first_day": "2027-09-09", "last_day": "2027-09-10"}, "deputyship-too-far-ahead"),
        ({"deputy": "head-1"}, "deputy-is-head"),
        ({"reason": "call +994 50 222 33 44"}, "invalid-input"),
    ],
)
async def test_nobody_is_named_so(office: Office, given: dict[str, Any], code: str) -> None:
    assert await office.refuses("head", "NameDeputy", **{**DAYS, **given}) == code


async def test_ninety_days_are_not_too_long(office: Office) -> None:
    assert (await named(office, last_day="2026-12-06"))["status"] == "planned"


async def test_on_each_day_one_acts_in_the_heads_place(office: Office) -> None:
    first = await named(office)
    days: dict[str, Any] = {"deputy": "officer-3", "first_day": "2026-09-10", "last_day": "2026-09-12"}

    assert await office.refuses("head", "NameDeputy", **days) == "deputyship-overlaps"
    another = await office.does("head", "NameDeputy", **days, by={"subject": "head-2"})
    after = await named(office, **{**days, "first_day": "2026-09-11"})
    await office.does("head", "EndDeputyship", id=first["id"])
    instead = await named(office, deputy="officer-3")

    assert [each["status"] for each in (another["state"], after, instead)] == ["planned"] * 3


@pytest.mark.parametrize("role", ["officer", "legal", "rectorate", "auditor", "staff"])
async def test_only_the_head_names_a_deputy(office: Office, role: str) -> None:
    assert await office.refuses(role, "NameDeputy", **DAYS) == "forbidden"


async def test_a_deputy_names_no_deputy_in_turn(office: Office) -> None:
    await named(office, first_day="2026-09-07")
    given = {"deputy": "officer-3", "first_day": "2026-09-07", "last_day": "2026-09-08"}

    assert await office.refuses("officer", "NameDeputy", **given, by=DEPUTY) == "deputy-names-no-deputy"


@pytest.mark.parametrize(("role", "by"), [("head", {}), ("head", {"subject": "head-2"}), ("officer", DEPUTY)])
async def test_a_head_or_the_deputy_ends_it_also_before_it_began(office: Office, role: str, by: dict[str, Any]) -> None:
    planned = await named(office)

    ended = await office.does(role, "EndDeputyship", id=planned["id"], reason="Geri qayıdıb", by=by)

    assert (ended["status"], ended["state"]["ended_on"]) == ("ended", "2026-09-07")
    assert await office.refuses(role, "EndDeputyship", id=planned["id"], by=by) == "wrong-status"
    await office.waits_until(datetime(2026, 9, 20, tzinfo=BAKU))
    assert await office.said_about(planned["id"]) == ["named", "ended"]


async def test_one_in_force_is_ended_and_another_officer_does_not_end_it(office: Office) -> None:
    begun = await named(office, first_day="2026-09-07")

    assert await office.refuses("officer", "EndDeputyship", id=begun["id"]) == "forbidden"
    assert await office.refuses("legal", "EndDeputyship", id=begun["id"], by=DEPUTY) == "forbidden"
    ended = await office.does("officer", "EndDeputyship", id=begun["id"], by=DEPUTY)

    assert ended["status"] == "ended"
    assert [each["in_place_of"] for each in await office.audit_of(begun["id"])] == [None, None]


async def test_the_department_and_the_auditor_read_it(office: Office) -> None:
    planned = await named(office)

    answers = {
        role: (await office.asks(role, "GET", f"/deputyship/{planned['id']}")).status_code
        for role in ("head", "officer", "auditor", "legal", "faculty_coordinator", "staff", None)
    }

    assert answers == {
        "head": 200, "officer": 200, "auditor": 200, "legal": 404, "faculty_coordinator": 404, "staff": 404, None: 401
    }  # fmt: skip

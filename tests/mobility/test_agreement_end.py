"""A stay knows until when its agreement binds: its last day, and a notice of termination."""

from typing import Any

import pytest

from tests.mobility.conftest import Agreement, Mobility

NOTICE: dict[str, Any] = {"termination": {"effective": "2027-05-01"}}
AUTOMATIC = {"mode": "automatic"}


async def ending(office: Mobility, **header: Any) -> Agreement:
    agreement = await office.agreement(people_per_year=2)
    await office.tells(agreement, "in_force", **header)
    return agreement


def codes(answer: Any) -> list[str]:
    return [each["code"] for each in answer["warnings"]]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"ends": "2027-01-31"}, "mobility-begins-after-agreement"),
        ({"ends": "2027-01-31", "renewal": AUTOMATIC, "non_renewal": {"on": "2026-10-01"}},
         "mobility-begins-after-agreement"),
        (NOTICE, "mobility-after-termination"),
        ({"termination": {"effective": "2027-06-30"}}, "mobility-after-termination"),
    ],
)  # fmt: skip
async def test_a_stay_that_the_agreement_cannot_carry_is_refused(
    office: Mobility, header: dict[str, Any], code: str
) -> None:
    agreement = await ending(office, **header)

    assert await office.refuses_nomination(agreement) == code


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"ends": "2027-06-29"}, "mobility-ends-after-agreement"),
        ({"ends": "2027-01-31", "renewal": AUTOMATIC}, "mobility-ends-after-agreement"),
        ({"ends": "2027-01-31", "renews_on": "2027-02-01"}, "mobility-ends-after-agreement"),
        ({"termination": {"effective": "2027-07-01"}}, "mobility-agreement-terminating"),
    ],
)
async def test_a_stay_that_may_outlast_the_agreement_is_warned_of(
    office: Mobility, header: dict[str, Any], code: str
) -> None:
    agreement = await ending(office, **header)

    assert code in codes(await office.nominates(agreement))


async def test_a_stay_that_is_over_on_the_last_day_is_not_warned_of(office: Mobility) -> None:
    agreement = await ending(office, ends="2027-06-30")

    assert "mobility-ends-after-agreement" not in codes(await office.nominates(agreement))


async def test_notice_threatens_who_would_not_be_over_and_its_withdrawal_lifts_that(office: Mobility) -> None:
    agreement = await office.agreement()
    short = await office.nominates(agreement, planned_to="2027-04-30")
    long = await office.nominates(agreement)

    await office.tells(agreement, "termination_given", **NOTICE)
    threatened = [(await office.stay(each))["risk"] for each in (short, long)]
    await office.tells(agreement, "termination_withdrawn", termination=None)

    assert threatened == [None, "agreement_terminating"]
    assert await office.said_about(long["id"]) == ["nominated", "put_at_risk", "risk_lifted"]
    assert await office.said_about(short["id"]) == ["nominated"]


async def test_a_threatened_stay_that_is_planned_shorter_is_out_of_danger(office: Mobility) -> None:
    agreement = await office.agreement()
    stay = await office.nominates(agreement)
    await office.tells(agreement, "termination_given", **NOTICE)
    longer: dict[str, Any] = {"planned_from": "2027-02-01", "planned_to": "2027-07-31"}

    refused = await office.refuses("officer", "ReplanMobility", id=stay["id"], **longer)
    await office.does("officer", "ReplanMobility", id=stay["id"], **longer | {"planned_to": "2027-04-30"})

    assert refused == "mobility-after-termination"
    assert (await office.stay(stay))["risk"] is None
    assert (await office.said_about(stay["id"]))[-1] == "risk_lifted"


async def test_a_free_seat_is_offered_past_those_who_would_outlast_a_notice(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated = await office.nominates(agreement)
    long, short = await office.nominates(agreement), await office.nominates(agreement, planned_to="2027-04-30")
    await office.tells(agreement, "termination_given", **NOTICE)

    await office.does("officer", "CancelMobility", id=seated["id"], cause="agreement", reason="It ends too early")

    assert [(await office.stay(each))["status"] for each in (long, short)] == ["waitlisted", "offered"]

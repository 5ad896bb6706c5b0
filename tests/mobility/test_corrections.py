"""A wrong record is put right, a mistaken cancellation taken back, and what nobody recorded is told."""

from datetime import timedelta
from typing import Any

import pytest

from tests.mobility.conftest import Mobility, baku

LEAVING: dict[str, Any] = {"cause": "own_wish", "reason": "I stay with my family"}
WRONG: dict[str, Any] = {"reason": "The host's letter says otherwise"}


async def corrects(office: Mobility, stay: Any, **truth: Any) -> Any:
    return (await office.does("officer", "CorrectMobility", id=stay["id"], **WRONG, **truth))["state"]


async def misses(office: Mobility, stay: Any, **truth: Any) -> str:
    return await office.refuses("officer", "CorrectMobility", id=stay["id"], **WRONG, **truth)


async def test_days_level_and_field_are_put_right_after_the_fact(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "closed")

    state = await corrects(office, stay, actual_from="2027-02-05", actual_to="2027-06-28", level=7, field="0232")

    assert state["status"] == "closed"
    assert [state[each] for each in ("actual_from", "actual_to", "level", "field")] == [
        "2027-02-05", "2027-06-28", 7, "0232",
    ]  # fmt: skip
    said = (await office.messages_about(stay["id"]))[-1]
    assert said["change"]["corrected"] == ["actual_from", "actual_to", "field", "level"]
    assert WRONG["reason"] not in str(said)


@pytest.mark.parametrize(
    ("reached", "truth", "code"),
    [
        ("agreed", {"actual_from": "2026-11-30"}, "mobility-not-recorded-yet"),
        ("arrived", {"actual_to": "2027-02-03"}, "mobility-not-recorded-yet"),
        ("arrived", {"actual_from": "2027-02-05"}, "mobility-in-the-future"),
        ("returned", {"actual_to": "2027-02-02"}, "mobility-before-arrival"),
        ("returned", {"level": 8}, "mobility-level-not-eligible"),
        ("returned", {"academic_year": "2029/2030"}, "mobility-year-not-covered"),
        ("returned", {"term": "2027/2028-1"}, "mobility-term-outside-year"),
        ("returned", {}, "invalid-input"),
    ],
)
async def test_what_cannot_have_been_is_refused(
    office: Mobility, reached: str, truth: dict[str, Any], code: str
) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), reached)

    assert await misses(office, stay, **truth) == code


async def test_an_early_return_stays_early(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")
    office.clock.move_to(baku(2027, 7, 2, 9))
    early: dict[str, Any] = {"on": "2027-04-01", "force_majeure": False, "reason": "A job at home"}
    await office.does("officer", "RecordEarlyReturn", id=stay["id"], **early)

    assert await misses(office, stay, actual_to="2027-06-30") == "mobility-not-early"
    assert (await corrects(office, stay, actual_to="2027-04-08"))["actual_to"] == "2027-04-08"


async def test_another_stay_of_the_person_bounds_the_correction(office: Mobility) -> None:
    agreement = await office.agreement()
    person = await office.person()
    stay = await office.brings(await office.nominates(agreement, person_id=person), "returned")
    later = {"planned_from": "2027-07-10", "planned_to": "2027-08-30"}
    await office.nominates(agreement, person_id=person, **later)
    office.clock.move_to(baku(2027, 7, 20, 9))

    assert await misses(office, stay, actual_to="2027-07-15") == "mobility-stays-overlap"


async def test_a_seat_of_the_wrong_year_is_free_for_who_waits_and_the_term_follows(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated = await office.nominates(agreement, term="2026/2027-2")
    waiting = await office.nominates(agreement)

    state = await corrects(office, seated, academic_year="2027/2028")

    assert (state["academic_year"], state["term"]) == ("2027/2028", "2027/2028-2")
    assert (await office.stay(waiting))["status"] == "offered"
    assert await misses(office, waiting, academic_year="2027/2028") == "mobility-no-seat-left"


async def test_a_cancelled_stay_is_as_it_was_and_its_seat_comes_back_from_who_was_offered_it(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    accepted = await office.brings(await office.nominates(agreement), "accepted")
    first, second = await office.nominates(agreement), await office.nominates(agreement)
    await office.does("officer", "CancelMobility", id=accepted["id"], **LEAVING)
    offered = (await office.stay(first))["status"]

    reopened = (await office.does("officer", "ReopenMobility", id=accepted["id"]))["state"]

    assert offered == "offered"
    assert (reopened["status"], reopened["cause"]) == ("accepted", None)
    line = [await office.stay(each) for each in (first, second)]
    assert [(each["status"], each["waiting"]) for each in line] == [("waitlisted", 1), ("waitlisted", 2)]
    assert await office.said_about(first["id"]) == ["waitlisted", "offered", "waitlisted"]


async def test_a_seat_that_was_confirmed_meanwhile_does_not_come_back(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated, waiting = await office.fills(agreement, 2)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)
    await office.does("officer", "ConfirmPlace", id=waiting["id"])

    assert await office.refuses("officer", "ReopenMobility", id=seated["id"]) == "mobility-no-seat-left"


async def test_a_cancellation_is_taken_back_by_who_made_it_within_fifteen_minutes(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())
    await office.does("officer", "CancelMobility", id=stay["id"], **LEAVING)

    stranger = await office.refuses("officer", "ReopenMobility", id=stay["id"], by={"subject": "officer-2"})
    office.clock.move_to(office.clock.now() + timedelta(minutes=15, seconds=1))

    assert stranger == "mobility-cancelled-by-another"
    assert await office.refuses("officer", "ReopenMobility", id=stay["id"]) == "mobility-reopened-too-late"


async def test_who_was_forgotten_meanwhile_does_not_come_back(office: Mobility) -> None:
    person = await office.person()
    stay = await office.nominates(await office.agreement(), person_id=person)
    await office.does("officer", "CancelMobility", id=stay["id"], **LEAVING)
    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    assert await office.refuses("officer", "ReopenMobility", id=stay["id"]) == "person-erased"


async def test_an_arrival_and_a_return_that_nobody_recorded_are_told_once_each(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "agreed")

    await office.waits_until(baku(2027, 2, 1, 23, 59))
    before = await office.said_about(stay["id"])
    await office.waits_until(baku(2027, 2, 2))
    await office.waits_until(baku(2027, 2, 4, 8))
    await office.does("officer", "RecordArrival", id=stay["id"], on="2027-02-03")
    await office.waits_until(baku(2027, 7, 1))
    await office.waits_until(baku(2027, 8, 1))

    assert before == ["nominated", "accepted", "agreed"]
    assert (await office.said_about(stay["id"]))[3:] == ["start_overdue", "arrived", "return_overdue"]


@pytest.mark.parametrize(("on", "asks"), [("2027-06-25", False), ("2027-06-24", True)])
async def test_a_return_well_before_the_plan_asks_whether_it_was_early(
    office: Mobility, on: str, *, asks: bool
) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")
    office.clock.move_to(baku(2027, 7, 1, 8))
    given: dict[str, Any] = {"id": stay["id"], "on": on}

    if asks:
        assert await office.refuses("officer", "RecordReturn", **given) == "mobility-was-it-early"
    returned = await office.does("officer", "RecordReturn", **given, as_planned=asks)

    assert returned["status"] == "returned"


async def test_a_host_who_does_not_decide_within_five_weeks_is_told_once(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated, waiting = await office.fills(agreement, 2)
    later: dict[str, Any] = {"planned_from": "2027-03-01", "planned_to": "2027-06-30"}
    await office.does("officer", "ReplanMobility", id=seated["id"], **later)

    await office.waits_until(baku(2026, 12, 28, 23, 59))
    before = await office.said_about(seated["id"])
    await office.waits_until(baku(2026, 12, 29))
    await office.waits_until(baku(2027, 1, 29))

    assert (await office.stay(seated))["decision_due"] == "2026-12-28"
    assert before == ["nominated", "replanned"]
    assert (await office.said_about(seated["id"]))[2:] == ["decision_overdue"]
    assert await office.said_about(waiting["id"]) == ["waitlisted"]


async def test_a_host_who_has_decided_is_not_late(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "accepted")

    await office.waits_until(baku(2027, 1, 29))

    assert await office.said_about(stay["id"]) == ["nominated", "accepted"]

"""The waiting line: who is offered a free seat, until when, and what follows."""

import asyncio
from datetime import timedelta
from typing import Any

from tests.mobility.conftest import Mobility, baku

LEAVING: dict[str, Any] = {"cause": "own_wish", "reason": "I stay with my family"}


async def a_line(office: Mobility, waiting: int = 2) -> tuple[Any, list[Any]]:
    """One seat that somebody has, and a line for it."""
    agreement = await office.agreement(people_per_year=1)
    seated, *line = await office.fills(agreement, 1 + waiting)
    return seated, line


async def test_the_sixth_of_five_seats_waits_and_a_withdrawal_offers_the_place_for_fourteen_days(
    office: Mobility,
) -> None:
    agreement = await office.agreement(people_per_year=5)
    *five, sixth = await office.fills(agreement, 6)
    assert (sixth["status"], sixth["state"]["waiting"]) == ("waitlisted", 1)

    await office.does("officer", "CancelMobility", id=five[2]["id"], **LEAVING)

    offered = await office.stay(sixth)
    assert (offered["status"], offered["waiting"], offered["offer_until"]) == ("offered", None, "2026-12-07")
    assert await office.said_about(sixth["id"]) == ["waitlisted", "offered"]


async def test_a_confirmed_offer_is_a_nomination(office: Mobility) -> None:
    seated, (first, _) = await a_line(office)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)

    confirmed = await office.does("officer", "ConfirmPlace", id=first["id"])

    assert (confirmed["status"], confirmed["state"]["offer_until"]) == ("nominated", None)


async def test_a_declined_offer_goes_to_the_next_with_a_clock_of_its_own(office: Mobility) -> None:
    seated, (first, second) = await a_line(office)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)
    office.clock.move_to(office.clock.now() + timedelta(days=3))

    await office.does("officer", "DeclinePlace", id=first["id"], reason="I found a job")

    assert (await office.stay(first))["status"] == "declined"
    assert (await office.stay(second))["offer_until"] == "2026-12-10"


async def test_an_offer_lapses_when_its_last_day_is_over_and_not_before(office: Mobility) -> None:
    seated, (first, second) = await a_line(office)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)

    await office.waits_until(baku(2026, 12, 7, 23, 59))
    before = await office.stay(first)
    await office.waits_until(baku(2026, 12, 8, 0, 1))

    assert before["status"] == "offered"
    assert (await office.stay(first))["status"] == "lapsed"
    assert (await office.stay(second))["status"] == "offered"
    assert await office.said_about(first["id"]) == ["waitlisted", "offered", "lapsed"]


async def test_an_offer_is_over_even_if_the_clock_has_not_spoken_yet(office: Mobility) -> None:
    seated, (first, _) = await a_line(office)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)
    office.clock.move_to(baku(2026, 12, 8, 0, 1))

    assert await office.refuses("officer", "ConfirmPlace", id=first["id"]) == "mobility-offer-lapsed"


async def test_a_confirmed_offer_does_not_lapse(office: Mobility) -> None:
    seated, (first, _) = await a_line(office)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)
    await office.does("officer", "ConfirmPlace", id=first["id"])

    await office.waits_until(baku(2026, 12, 31))

    assert (await office.stay(first))["status"] == "nominated"


async def test_when_somebody_leaves_the_line_those_behind_move_up_and_are_told(office: Mobility) -> None:
    _, (first, second, third) = await a_line(office, waiting=3)

    await office.does("officer", "CancelMobility", id=second["id"], **LEAVING)

    assert (await office.stay(first))["waiting"] == 1
    assert (await office.stay(third))["waiting"] == 2
    assert await office.said_about(third["id"]) == ["waitlisted", "moved_up"]


async def test_a_seat_that_the_host_refused_goes_to_the_first_in_line(office: Mobility) -> None:
    seated, (first, _) = await a_line(office)

    rejection: dict[str, Any] = {"on": "2026-11-20", "reason": "The course is not given in spring"}
    await office.does("officer", "RejectNomination", id=seated["id"], **rejection)

    assert (await office.stay(first))["status"] == "offered"


async def test_whoever_comes_later_does_not_overtake_the_line(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated, first = await office.fills(agreement, 2)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)

    late = await office.nominates(agreement)

    assert (await office.stay(first))["status"] == "offered"
    assert late["status"] == "waitlisted"


async def test_a_place_offered_to_one_who_has_since_promised_those_days_cannot_be_confirmed(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    seated = await office.nominates(agreement)
    person = await office.person()
    waiting = await office.nominates(agreement, person_id=person)
    await office.nominates(await office.agreement(), person_id=person)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)

    assert await office.refuses("officer", "ConfirmPlace", id=waiting["id"]) == "mobility-stays-overlap"


async def test_many_who_leave_at_once_free_each_seat_once(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=3)
    everybody = await office.fills(agreement, 8)
    seated, line = everybody[:3], everybody[3:]

    leaving = [*seated, line[1]]
    await asyncio.gather(*(office.does("officer", "CancelMobility", id=each["id"], **LEAVING) for each in leaving))

    stays = [await office.stay(each) for each in everybody]
    assert sorted(stay["status"] for stay in stays) == ["cancelled"] * 4 + ["offered"] * 3 + ["waitlisted"]
    assert [stay["waiting"] for stay in stays if stay["status"] == "waitlisted"] == [1]

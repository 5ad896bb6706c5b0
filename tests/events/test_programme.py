"""The programme: inside the days, nobody and nothing in two places, every signing with its agreement."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from tests.events.delegations import DEAN, INTERPRETER, RECTOR, a_visit, an_item, booked
from tests.events.stopping import stops
from tests.office import Office, Refused

PAIR = [{"person_id": INTERPRETER, "from_language": "de", "to_language": "az"}]


async def test_an_item_that_double_books_the_rector_is_refused_and_the_conflicting_item_named(office: Office) -> None:
    first = await booked(office, await a_visit(office), host_id=RECTOR)
    other = await a_visit(office)

    with pytest.raises(Refused) as refused:
        await booked(office, other, starts="2026-10-05T10:30", ends="2026-10-05T12:00", host_id=RECTOR)

    assert (refused.value.code, refused.value.problem["path"]) == ("programme-already-booked", "host_id")
    named = refused.value.problem["detail"]
    assert first["state"]["code"] in named
    assert "Meeting with the rector" in named
    assert "2026-10-05 10:00" in named
    assert await office.said_about(other["id"]) == ["requested", "screening_began", "checked", "approved", "planned"]


@pytest.mark.parametrize(
    ("taken", "path"),
    [
        ({"host_id": RECTOR}, "host_id"),
        ({"people": [RECTOR]}, "people.0"),
        ({"interpreters": [INTERPRETER]}, "interpreters.0"),
        ({"room": "Senate 1"}, "room"),
        ({"car": "20-AA-100"}, "car"),
    ],
)
async def test_person_room_car_and_interpreter_are_in_one_place_within_a_visit_and_across_visits(
    office: Office, taken: dict[str, Any], path: str
) -> None:
    here, there = [await a_visit(office) for _ in range(2)]
    for visit in (here, there):
        await office.does("officer", "NameHosts", id=visit["id"], interpreters=PAIR)
    await booked(office, here, **taken)

    for visit in (here, there):
        with pytest.raises(Refused) as refused:
            await booked(office, visit, **taken)
        assert (refused.value.code, refused.value.problem["path"]) == ("programme-already-booked", path)


async def test_a_person_is_one_person_as_host_as_guest_and_as_interpreter(office: Office) -> None:
    visit = await booked(office, await a_visit(office), host_id=RECTOR)

    code = await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **an_item(people=[DEAN, RECTOR]))

    assert code == "programme-already-booked"


async def test_a_room_is_the_same_room_in_capitals(office: Office) -> None:
    visit = await booked(office, await a_visit(office), room="senate 1")

    code = await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **an_item(room="SENATE 1"))

    assert code == "programme-already-booked"


@pytest.mark.parametrize(
    ("what", "booked_as", "written"),
    [
        ("car", "10-AA-123", "10 AA 123"),
        ("car", "10-AA-123", "10aa123"),
        ("room", "Akt zalı", "AKT-ZALI"),
        ("room", "Rektorluq 2.14", "rektorluq 2 14"),
    ],
)
async def test_a_car_or_a_room_is_the_same_however_it_is_written(
    office: Office, what: str, booked_as: str, written: str
) -> None:
    visit = await booked(office, await a_visit(office), **{what: booked_as})

    code = await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **an_item(**{what: written}))

    assert code == "programme-already-booked"


async def test_a_dinner_until_midnight_belongs_to_the_last_day(office: Office) -> None:
    visit = await a_visit(office)

    dinner = await booked(office, visit, starts="2026-10-07T20:00", ends="2026-10-08T00:00")
    code = await office.refuses(
        "officer", "AddProgrammeItem", id=visit["id"], **an_item(starts="2026-10-07T23:00", ends="2026-10-08T00:30")
    )

    assert len(dinner["state"]["programme"]) == 1
    assert code == "programme-item-outside-visit"


async def test_a_delegation_that_we_send_has_the_days_of_its_host(office: Office) -> None:
    evening = {"starts": "2026-10-07T19:00:00-04:00", "ends": "2026-10-07T23:00:00-04:00"}

    abroad = await a_visit(office, direction="outgoing")
    item = an_item() | evening
    sent = await office.does("officer", "AddProgrammeItem", id=abroad["id"], **item)
    here = await office.refuses("officer", "AddProgrammeItem", id=(await a_visit(office))["id"], **item)
    later = item | {"starts": "2026-10-08T19:00:00-04:00", "ends": "2026-10-08T20:00:00-04:00"}

    assert len(sent["state"]["programme"]) == 1
    assert here == "programme-item-outside-visit"
    assert await office.refuses("officer", "AddProgrammeItem", id=abroad["id"], **later) == here


async def test_what_follows_directly_is_no_double_booking(office: Office) -> None:
    visit = await booked(office, await a_visit(office), host_id=RECTOR)

    after = await booked(office, visit, starts="2026-10-05T11:00", ends="2026-10-05T12:00", host_id=RECTOR)

    assert len(after["state"]["programme"]) == 2


async def test_of_many_who_book_one_room_at_once_exactly_one_gets_it(office: Office) -> None:
    waiting = [await a_visit(office) for _ in range(8)]

    answers = await asyncio.gather(*(booked(office, visit, room="Senate") for visit in waiting), return_exceptions=True)

    refused = [each for each in answers if isinstance(each, Refused)]
    assert len(refused) == 7
    assert {each.code for each in refused} == {"programme-already-booked"}


async def test_many_who_book_the_same_people_in_any_order_for_different_hours_all_get_them(office: Office) -> None:
    visits = [await a_visit(office) for _ in range(6)]

    async def book(place: int) -> Any:
        people = [RECTOR, DEAN] if place % 2 else [DEAN, RECTOR]
        hour = {"starts": f"2026-10-06T1{place}:00", "ends": f"2026-10-06T1{place}:59"}
        return await booked(office, visits[place], people=people, **hour)

    answers = await asyncio.gather(*(book(place) for place in range(6)))

    assert [len(each["state"]["programme"]) for each in answers] == [1] * 6


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({"starts": "2026-10-04T23:59"}, "programme-item-outside-visit"),
        ({"ends": "2026-10-08T00:01"}, "programme-item-outside-visit"),
        ({"ends": "2026-10-05T10:00"}, "programme-item-backwards"),
        ({"kind": "signing"}, "programme-signing-without-agreement"),
        ({"interpreters": [INTERPRETER]}, "programme-interpreter-not-of-visit"),
    ],
)
async def test_an_item_that_breaks_a_rule_is_refused(office: Office, item: dict[str, Any], code: str) -> None:
    visit = await a_visit(office)

    assert await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **an_item(**item)) == code


@pytest.mark.parametrize(
    "moment", ["2026-10-05T10:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "tomorrow"]
)
async def test_a_moment_without_a_zone_or_out_of_reach_is_refused_at_the_door(office: Office, moment: str) -> None:
    visit = await a_visit(office)

    item = {**an_item(), "starts": moment}

    assert await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **item) == "invalid-input"


async def test_a_changed_programme_is_told_as_a_difference(office: Office) -> None:
    visit = await booked(office, await a_visit(office), room="A")
    kept = await booked(office, visit, starts="2026-10-06T09:00", ends="2026-10-06T10:00")
    item = kept["state"]["programme"][0]["id"]

    await office.does("officer", "ChangeProgrammeItem", id=visit["id"], item_id=item, **an_item(room="B"))
    await office.does("officer", "DropProgrammeItem", id=visit["id"], item_id=item)

    changed, dropped = [message["change"] for message in (await office.messages_about(visit["id"]))[-2:]]
    assert [[each["room"] for each in changed[part]] for part in ("added", "changed", "removed")] == [[], ["B"], []]
    assert [[each["id"] for each in dropped[part]] for part in ("added", "changed", "removed")] == [[], [], [item]]


async def test_a_dropped_or_moved_item_frees_what_it_had_taken(office: Office) -> None:
    here, there = [await a_visit(office) for _ in range(2)]
    item = (await booked(office, here, room="A"))["state"]["programme"][0]["id"]

    await office.does("officer", "ChangeProgrammeItem", id=here["id"], item_id=item, **an_item(room="B"))
    assert await booked(office, there, room="A")

    await office.does("officer", "DropProgrammeItem", id=here["id"], item_id=item)
    assert await booked(office, here, starts="2026-10-06T10:00", ends="2026-10-06T11:00", room="B")


async def test_an_item_nobody_knows_is_neither_changed_nor_dropped(office: Office) -> None:
    visit = await a_visit(office)
    given: dict[str, Any] = {"id": visit["id"], "item_id": uuid4()}

    assert await office.refuses("officer", "ChangeProgrammeItem", **given, **an_item()) == "programme-item-unknown"
    assert await office.refuses("officer", "DropProgrammeItem", **given) == "programme-item-unknown"


@pytest.mark.parametrize("command", ["PostponeVisit", "CancelVisit"])
async def test_a_visit_that_is_put_off_or_called_off_frees_its_bookings(office: Office, command: str) -> None:
    here, there = [await a_visit(office) for _ in range(2)]
    await booked(office, here, host_id=RECTOR)

    await stops(office, command, here, reason="The minister is ill")

    assert await booked(office, there, host_id=RECTOR)


async def test_a_rescheduled_visit_moves_its_programme_along_and_says_the_difference(office: Office) -> None:
    visit = await booked(office, await a_visit(office), host_id=RECTOR)
    await stops(office, "PostponeVisit", visit, reason="Snow")

    after = await office.does("officer", "RescheduleVisit", id=visit["id"], starts="2026-11-02", ends="2026-11-04")

    assert after["status"] == "planning"
    assert after["state"]["programme"][0]["starts"] == "2026-11-02T06:00:00Z"
    assert after["state"]["reason"] is None
    change = (await office.messages_about(visit["id"]))[-1]["change"]
    assert (change["starts"], len(change["programme"]["changed"])) == ("2026-11-02", 1)


async def test_new_days_on_which_the_rector_is_taken_are_refused_unless_the_programme_begins_empty(
    office: Office,
) -> None:
    visit = await booked(office, await a_visit(office), host_id=RECTOR)
    days: dict[str, Any] = {"starts": "2026-11-02", "ends": "2026-11-04"}
    other = await a_visit(office, **days)
    await booked(office, other, starts="2026-11-02T10:00", ends="2026-11-02T11:00", host_id=RECTOR)

    code = await office.refuses("officer", "RescheduleVisit", id=visit["id"], **days)
    after = await office.does("officer", "RescheduleVisit", id=visit["id"], **days, keep_programme=False)

    assert code == "programme-already-booked"
    assert after["state"]["programme"] == []


async def test_fewer_days_than_the_programme_needs_are_refused(office: Office) -> None:
    visit = await booked(office, await a_visit(office), starts="2026-10-07T10:00", ends="2026-10-07T11:00")

    code = await office.refuses("officer", "RescheduleVisit", id=visit["id"], starts="2026-11-02", ends="2026-11-02")

    assert code == "programme-item-outside-visit"


async def test_items_stand_in_the_order_of_time_whatever_the_zone_of_the_caller(office: Office) -> None:
    visit = await booked(office, await a_visit(office), starts="2026-10-06T10:00", ends="2026-10-06T11:00")
    earlier = {"starts": "2026-10-06T09:30:00+04:00", "ends": "2026-10-06T05:45:00Z"}

    after = await office.does("officer", "AddProgrammeItem", id=visit["id"], **{**an_item(), **earlier})

    hours = [(each["starts"], each["ends"]) for each in after["state"]["programme"]]
    assert hours == [
        ("2026-10-06T05:30:00Z", "2026-10-06T05:45:00Z"),
        ("2026-10-06T06:00:00Z", "2026-10-06T07:00:00Z"),
    ]


async def test_who_is_away_with_a_delegation_of_ours_is_busy_here_until_it_is_called_off(office: Office) -> None:
    abroad = await a_visit(office, "approved", direction="outgoing", title={"en": "To Konstanz"})
    here = await a_visit(office)
    goes: dict[str, Any] = {"hosts": [{"person_id": RECTOR, "rank": "rector"}], "escort": [DEAN]}
    await office.does("officer", "NameHosts", id=abroad["id"], **goes)

    for person, path in ((RECTOR, "host_id"), (DEAN, "people.0")):
        with pytest.raises(Refused) as refused:
            await booked(office, here, **({"host_id": person} if path == "host_id" else {"people": [person]}))
        assert (refused.value.code, refused.value.problem["path"]) == ("programme-already-booked", path)
        assert abroad["state"]["code"] in str(refused.value)
        assert "To Konstanz" in str(refused.value)
    await office.does("officer", "RescheduleVisit", id=abroad["id"], starts="2026-10-06", ends="2026-10-07")
    await booked(office, here, host_id=RECTOR)
    await stops(office, "CancelVisit", abroad, reason="Snow")

    await booked(office, here, starts="2026-10-06T10:00", ends="2026-10-06T11:00", host_id=RECTOR)


async def test_whoever_is_needed_here_is_not_sent_abroad(office: Office) -> None:
    here = await booked(office, await a_visit(office), host_id=RECTOR)
    abroad = await a_visit(office, "approved", direction="outgoing")
    goes: dict[str, Any] = {"hosts": [{"person_id": RECTOR, "rank": "rector"}]}

    with pytest.raises(Refused) as refused:
        await office.does("officer", "NameHosts", id=abroad["id"], **goes)

    assert (refused.value.code, refused.value.problem["path"]) == (
        "programme-already-booked",
        "hosts.0.person_id",
    )
    assert here["state"]["code"] in str(refused.value)
    assert "Meeting with the rector" in str(refused.value)

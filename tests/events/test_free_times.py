"""Free times: when all who are needed can be had together, and what stands in the way."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu_events.diary.domain.free_times import Hours, free_times
from tests.events.delegations import DEAN, INTERPRETER, RECTOR, a_visit, booked
from tests.events.test_diary import a_trip
from tests.events.test_resources import listed
from tests.office import Office, plain

DAYS = {"starts": "2026-10-05", "ends": "2026-10-05"}
BEGIN = datetime(2026, 10, 5, tzinfo=UTC)
spans = st.tuples(st.integers(0, 95), st.integers(1, 20)).map(lambda at: (at[0], at[0] + at[1]))


async def asks(office: Office, role: str | None = "officer", **question: Any) -> Any:
    response = await office.asks(role, "POST", "/diary/free-times", json=plain(DAYS | question))
    return response.json()["times"][0] if response.is_success else response.json()


def baku(hours: Any) -> list[str]:
    """Hours as clocks in Baku show them."""
    return [f"{_shown(each['starts'])}–{_shown(each['ends'])}" for each in hours]


def _shown(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(hours=4)).strftime("%d. %H:%M")


async def test_what_none_of_them_has_taken_is_free_and_what_stands_in_the_way_is_named(office: Office) -> None:
    room, visit = await listed(office), await a_visit(office)
    await booked(office, visit, host_id=RECTOR)
    await booked(office, visit, starts="2026-10-05T10:30", ends="2026-10-05T12:00", people=[DEAN])
    await booked(office, visit, starts="2026-10-05T14:00", ends="2026-10-05T15:30", room="AKT ZALI")
    await booked(office, visit, starts="2026-10-05T16:00", ends="2026-10-05T17:00", room="Senate")

    told = await asks(office, people=[RECTOR, DEAN], resources=[room], minutes=90)
    alone = await asks(office, people=[INTERPRETER])

    assert baku(told["free"]) == ["05. 12:00–05. 14:00", "05. 15:30–05. 18:00"]
    assert baku(told["busy"]) == ["05. 10:00–05. 11:00", "05. 10:30–05. 12:00", "05. 14:00–05. 15:30"]
    assert [(each["person_id"], each["resource_id"]) for each in told["busy"]] == [
        (str(RECTOR), None), (str(DEAN), None), (None, room),
    ]  # fmt: skip
    assert {(each["kind"], each["id"], each["code"]) for each in told["busy"]} == {
        ("visit", visit["id"], "VIS-2026-001")
    }
    assert baku(alone["free"]) == ["05. 09:00–05. 18:00"]


async def test_a_trip_takes_whole_days_and_weekends_and_holidays_are_told(office: Office) -> None:
    await a_trip(office, starts="2026-11-05", ends="2026-11-06")
    week: dict[str, Any] = {"starts": "2026-11-05", "ends": "2026-11-11", "opens": 10, "closes": 12}

    told = await asks(office, people=[RECTOR], **week)
    every_day = await asks(office, people=[RECTOR], every_day=True, **week)

    assert baku(told["free"]) == ["11. 10:00–11. 12:00"]
    assert told["closed"] == ["2026-11-07", "2026-11-08", "2026-11-09", "2026-11-10"]
    assert [each[:2] for each in baku(every_day["free"])] == ["07", "08", "09", "10", "11"]


async def test_what_is_to_move_does_not_stand_in_its_own_way(office: Office) -> None:
    visit = await a_visit(office)
    await booked(office, visit, host_id=RECTOR)

    told = await asks(office, people=[RECTOR], without=visit["id"])

    assert baku(told["free"]) == ["05. 09:00–05. 18:00"]
    assert told["busy"] == []


@pytest.mark.parametrize(
    ("wrong", "code", "path"),
    [
        ({"people": []}, "free-times-of-nobody", "people"),
        ({"ends": "2026-10-04"}, "free-times-reversed", "ends"),
        ({"opens": 12, "closes": 12}, "free-times-reversed", "closes"),
        ({"ends": "2027-01-06"}, "free-times-too-many-days", "ends"),
        ({"minutes": 0}, "invalid-input", "minutes"),
        ({"resources": [str(RECTOR)]}, "programme-resource-unclear", "resources.0"),
    ],
)
async def test_a_question_without_sense_is_told_what_is_wrong(
    office: Office, wrong: dict[str, Any], code: str, path: str
) -> None:
    told = await asks(office, **{"people": [RECTOR], **wrong})

    assert (told["code"], told["path"]) == (code, path)


async def test_a_room_that_is_no_longer_used_is_never_free(office: Office) -> None:
    room = await listed(office)
    await office.does("officer", "RetireResource", id=room, reason="It became a laboratory")

    told = await asks(office, resources=[room])

    assert (told["code"], told["path"]) == ("programme-resource-retired", "resources.0")


@pytest.mark.parametrize(
    ("role", "code"), [(None, "unauthenticated"), ("student", "forbidden"), ("rectorate", "forbidden")]
)
async def test_others_are_not_told_who_is_where(office: Office, role: str | None, code: str) -> None:
    assert (await asks(office, role, people=[RECTOR]))["code"] == code


@given(st.lists(spans, max_size=4), st.lists(spans, max_size=12), st.integers(1, 10))
def test_exactly_the_minutes_that_nobody_takes_are_free(
    asked: list[tuple[int, int]], taken: list[tuple[int, int]], least: int
) -> None:
    apart = [each for place, each in enumerate(sorted(asked)) if place == 0 or sorted(asked)[place - 1][1] <= each[0]]
    apart = [each for place, each in enumerate(apart) if all(each[0] >= other[1] for other in apart[:place])]

    found = list(free_times(map(hours, apart), map(hours, sorted(taken)), timedelta(minutes=least)))

    wanted = {minute for begin, end in apart for minute in range(begin, end)}
    left = sorted(wanted - {minute for begin, end in taken for minute in range(begin, end)})
    edges = {begin for begin, _ in apart}
    runs: list[list[int]] = []
    for minute in left:
        if runs and runs[-1][-1] == minute - 1 and minute not in edges:
            runs[-1].append(minute)
        else:
            runs.append([minute])
    assert found == [hours((run[0], run[-1] + 1)) for run in runs if len(run) >= least]


def hours(span: tuple[int, int]) -> Hours:
    return Hours(*(BEGIN + timedelta(minutes=each) for each in span))

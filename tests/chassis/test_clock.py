"""The office's time: instants in UTC, days in Baku, and a clock that development moves."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from korpu_chassis import clock
from korpu_chassis.clock import BAKU, Clock, FileClock

NOON = datetime(2027, 1, 31, 12, 0, tzinfo=UTC)


@pytest.fixture
def offset(tmp_path: Path) -> Path:
    return tmp_path / "offset"


@pytest.fixture
def machine_clock_afterwards() -> Iterator[None]:
    yield
    clock.install(Clock())


def distance(one: datetime, other: datetime) -> timedelta:
    return abs(one - other)


def test_a_frozen_clock_stands_until_it_is_moved() -> None:
    frozen = Clock.frozen(NOON)

    with clock.use(frozen):
        before = clock.now()
        frozen.move_to(NOON + timedelta(days=90))
        after = clock.now()

    assert after - before == timedelta(days=90)


def test_the_clock_is_told_only_inside_its_block() -> None:
    with clock.use(Clock.frozen(NOON)):
        pass

    assert distance(clock.now(), datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.usefixtures("machine_clock_afterwards")
def test_the_process_clock_yields_to_the_one_in_use() -> None:
    clock.install(Clock.frozen(NOON))

    with clock.use(Clock.frozen(NOON + timedelta(hours=1))):
        inside = clock.now()

    assert (inside, clock.now()) == (NOON + timedelta(hours=1), NOON)


def test_the_day_begins_in_baku_while_utc_still_has_yesterday() -> None:
    with clock.use(Clock.frozen(datetime(2026, 12, 31, 20, 0, tzinfo=UTC))):
        assert clock.today() == date(2027, 1, 1)


def test_a_time_without_a_zone_is_bakus() -> None:
    frozen = Clock.frozen(datetime(2027, 1, 31, 9, 0))  # noqa: DTZ001 -- it is what is tried

    assert frozen.now() == datetime(2027, 1, 31, 5, 0, tzinfo=UTC)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
@example(date(1983, 9, 30))  # a day of twenty-five hours: its last one came twice
def test_a_deadline_includes_the_whole_of_its_day_in_baku(day: date) -> None:
    end = clock.end_of_day(day)

    assert end.astimezone(BAKU).date() == day
    assert (end + timedelta(microseconds=1)).astimezone(BAKU).date() == day + timedelta(days=1)


def test_one_file_moves_the_clock_and_moves_it_again(offset: Path) -> None:
    moved = FileClock(offset)
    unmoved = moved.now()

    offset.write_text("86400")
    tomorrow = moved.now()
    offset.write_text("-3600.5")
    earlier = moved.now()

    assert distance(unmoved, datetime.now(UTC)) < timedelta(seconds=5)
    assert distance(tomorrow - timedelta(days=1), unmoved) < timedelta(seconds=5)
    assert distance(earlier + timedelta(seconds=3600.5), unmoved) < timedelta(seconds=5)


def test_without_its_file_the_clock_is_the_machines(offset: Path) -> None:
    offset.write_text("86400")
    moved = FileClock(offset)
    moved.now()

    offset.unlink()

    assert distance(moved.now(), datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("torn", ["", "tomorrow", "nan", "inf", "1e18", "\udcff"])
def test_an_unreadable_offset_leaves_the_last_one(offset: Path, torn: str) -> None:
    offset.write_text("86400")
    moved = FileClock(offset)
    moved.now()

    offset.write_bytes(os.fsencode(torn))

    assert moved.now() - datetime.now(UTC) > timedelta(hours=23)

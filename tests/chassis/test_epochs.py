"""A database that was restored to an earlier moment speaks in a new epoch, and what it says then is the newer word."""

from uuid import UUID

import pytest

from korpu_chassis.messaging.envelope import Unreadable, read
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.outbox import epoch_now
from tests.chassis.test_relay import sent
from tests.chassis.wire import Wire, letter, said, things

THING = UUID("01980a3e-6c1f-7b6a-9d52-3f0e8c1d2b4a")


def record(epoch: str | None, version: int = 1) -> Record:
    told = letter(said(THING, version), **({} if epoch is None else {"ce_epoch": epoch}))
    return Record(told.topic, 0, 0, told.key, dict(told.headers), told.body)


async def test_what_is_said_carries_the_epoch_of_its_moment(wire: Wire) -> None:
    [thing] = things(1)

    await wire.change(thing)
    await wire.rows("INSERT INTO epoch (number) VALUES (1) RETURNING number")
    await wire.change(thing)
    async with wire.relaying():
        await sent(wire)

    heard = [read(each) for each in await wire.topic()]
    assert [(each.epoch, each.version) for each in heard] == [(0, 1), (1, 2)]


async def test_who_says_something_is_told_in_which_epoch(wire: Wire) -> None:
    async with wire.database.transaction() as session:
        assert await epoch_now(session) == 0

    await wire.rows("INSERT INTO epoch (number) VALUES (4), (3) RETURNING number")

    async with wire.database.transaction() as session:
        assert await epoch_now(session) == 4


def test_a_later_epoch_is_newer_than_any_version_of_an_earlier_one() -> None:
    restored, lost = read(record("1", version=2)), read(record("0", version=2**31 - 1))

    assert restored.order > lost.order


def test_a_message_without_epoch_is_of_the_first_one_and_ordered_by_its_version() -> None:
    assert read(record(None, version=7)).order == 7


@pytest.mark.parametrize("epoch", ["", "-1", "one", "1.5", "99999999999", "٣"])
def test_an_epoch_that_is_no_number_is_not_readable(epoch: str) -> None:
    with pytest.raises(Unreadable):
        read(record(epoch))

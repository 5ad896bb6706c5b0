"""What an owner wrote and nobody can read waits, is seen, and is let go by a decision that is kept."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from prometheus_client import REGISTRY
from sqlalchemy.exc import DBAPIError

from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.messaging.envelope import Incoming, Unreadable, read
from korpu_chassis.messaging.kafka import Letter, Record
from korpu_chassis.process.parked_command import parked_command
from tests.chassis.wire import GROUP, TOPIC, Wire, letter, refusing, said, things, until

SECRET = "Leyla Aliyeva, AZE1234567"


def garbage(key: bytes | None, **headers: bytes) -> Letter:
    return Letter(TOPIC, key, [("ce_id", b"\xff\x00"), *headers.items()], SECRET.encode() + b"{\xff\x00")


async def rows(wire: Wire) -> list[Any]:
    return await wire.rows('SELECT topic, partition, "offset", key, reason FROM parked ORDER BY partition, "offset"')


async def decides(wire: Wire, *words: object) -> int:
    return await parked_command(StoreSettings(database=wire.dsn), [str(word) for word in words])


async def is_parked(wire: Wire, count: int) -> bool:
    return len(await rows(wire)) == count


async def test_garbage_under_many_keys_parks_those_keys_and_lets_all_others_pass(wire: Wire) -> None:
    good, *bad = things(41)
    await wire.send(*[garbage(str(thing).encode()) for thing in bad], *[letter(said(good, n)) for n in range(1, 11)])

    async with wire.hearing():
        await wire.heard(10)
        await wire.reached(50)
        await until(lambda: is_told(wire))
    assert await wire.effects() == {good: list(range(1, 11))}
    async with wire.hearing():
        await wire.send(letter(said(good, 11)))
        await wire.heard(11)

    assert {row.reason for row in await rows(wire)} == {"unreadable"}
    assert len(await rows(wire)) == 40, "a restart gets past none"
    assert wire.waiting[-1] == f"{GROUP}: 40 messages of 40 keys are parked"
    assert REGISTRY.get_sample_value("korpu_consumer_stuck", {"group": GROUP}) == 40
    assert not any(wire.troubles)


async def is_told(wire: Wire) -> bool:
    return bool(wire.waiting and wire.waiting[-1])


async def test_what_follows_an_unreadable_message_of_its_key_waits_and_goes_on_once_it_can_be_read(wire: Wire) -> None:
    bad, good = things(2)
    await wire.send(*[letter(said(thing, version)) for version in (1, 2, 3) for thing in (bad, good)])
    broken = [True]

    def reads(record: Record) -> Incoming:
        message = read(record)
        if broken[0] and message.subject == bad and message.version == 2:
            raise Unreadable("not yet")
        return message

    async with wire.hearing(reads=reads):
        await wire.reached(6)
        assert await wire.effects() == {good: [1, 2, 3], bad: [1]}
        broken[0] = False
        await wire.heard(6)

    assert (await wire.effects())[bad] == [1, 2, 3]
    assert await rows(wire) == []


@pytest.mark.parametrize("key", [None, b"", b"\xff\xfe", b"a\x00b"])
async def test_without_a_readable_key_the_partition_waits_and_the_others_go_on(wire: Wire, key: bytes | None) -> None:
    some = things(30)
    await wire.send(*[letter(said(thing, 1)) for thing in some])
    await wire.send(garbage(key))
    await wire.send(*[letter(said(thing, 2)) for thing in some])

    for _ in range(2):
        async with wire.hearing():
            await until(lambda: is_parked(wire, 1))
            await asyncio.sleep(1.5)
    [(_, partition, offset, parked_key, _)] = await rows(wire)
    before = await wire.effects()
    behind = {thing for thing in some if before[thing] == [1]}

    assert parked_key is None
    assert behind
    assert len(behind) < len(some)
    async with wire.hearing():
        await asyncio.sleep(1)
        assert await decides(wire, "skip", TOPIC, partition, offset, "--because", "Somebody tried a tool") == 0
        await wire.heard(60)
    assert await wire.effects() == {thing: [1, 2] for thing in some}


async def test_a_skipped_message_is_written_down_for_good_without_its_content(
    wire: Wire, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = things(2)
    await wire.send(garbage(str(bad).encode()), letter(said(bad, 2)), letter(said(good, 1)))
    async with wire.hearing():
        await until(lambda: is_parked(wire, 2))
        [(_, partition, offset, _, _), _] = await rows(wire)

        await decides(wire, "list")
        await decides(wire, "show", TOPIC, partition, offset)
        assert await decides(wire, "skip", TOPIC, partition, offset, "--because", "Sent by hand") == 0
        assert await decides(wire, "skip", TOPIC, partition, offset, "--because", "Twice") == 1
        await wire.heard(2)

    assert await wire.effects() == {bad: [2], good: [1]}
    shown = capsys.readouterr()
    assert f"{GROUP}  {TOPIC} {partition} {offset}  key {bad}  unreadable: without header" in shown.out
    assert "Leyla" not in shown.out + shown.err
    [decision] = await wire.rows("SELECT * FROM parking_decision")
    assert (decision.decision, decision.key, decision.reason, decision.because) == (
        "skip", str(bad), "unreadable", "Sent by hand",
    )  # fmt: skip
    for rewriting in ("UPDATE parking_decision SET because = ''", "DELETE FROM parking_decision"):
        with pytest.raises(DBAPIError, match="append-only"):
            await wire.rows(rewriting)


async def test_a_message_from_another_than_the_owner_of_the_topic_has_no_effect(wire: Wire) -> None:
    forged, good = things(2)
    await wire.send(letter(said(forged, 1), ce_source="/dormitory"), letter(said(good, 1)))

    async with wire.hearing():
        await wire.reached(2)

    assert await wire.effects() == {good: [1]}
    [(error,)] = await wire.rows("SELECT error FROM parked")
    assert error == "the source is not /things, which owns the topic"


async def test_a_jump_of_versions_is_parked_and_what_follows_honestly_passes(wire: Wire) -> None:
    [thing] = things(1)
    await wire.send(*[letter(said(thing, version)) for version in (7, 8, 1_000_000, 9, 10)])

    async with wire.hearing():
        await wire.heard(4)
        await until(lambda: is_told(wire))
        [(_, partition, offset, _, reason)] = await rows(wire)
        assert reason == "version-gap"
        assert await decides(wire, "skip", TOPIC, partition, offset, "--because", "Nobody said this") == 0
        await wire.send(letter(said(thing, 11)))
        await wire.heard(5)

    assert await wire.effects() == {thing: [7, 8, 9, 10, 11]}
    assert await rows(wire) == []


@pytest.mark.parametrize("batch", [1, 500])
async def test_what_comes_in_disorder_is_put_in_order(wire: Wire, batch: int) -> None:
    [thing] = things(1)
    await wire.send(*[letter(said(thing, version)) for version in (1, 5, 3, 4, 2, 6)])

    async with wire.hearing(batch=batch):
        await wire.heard(6)

    assert await wire.effects() == {thing: [1, 2, 3, 4, 5, 6]}
    assert await rows(wire) == []


async def test_a_gap_that_cannot_be_filled_is_accepted_by_a_decision(wire: Wire) -> None:
    [thing] = things(1)
    await wire.send(*[letter(said(thing, version)) for version in (1, 4, 5)])

    async with wire.hearing():
        await until(lambda: is_parked(wire, 2))
        [(_, partition, offset, _, _), (_, _, later, _, _)] = await rows(wire)
        assert await decides(wire, "accept", TOPIC, partition, offset, "--because", "Kafka was restored") == 0
        await wire.heard(3)

    assert await wire.effects() == {thing: [1, 4, 5]}
    assert later == offset + 1
    [(decision,)] = await wire.rows("SELECT decision FROM parking_decision")
    assert decision == "accept"


async def test_what_only_fails_is_mended_and_not_accepted(wire: Wire, capsys: pytest.CaptureFixture[str]) -> None:
    [thing] = things(1)
    faulty: set[UUID] = {thing}
    await wire.send(letter(said(thing, 1)))

    async with wire.hearing(handler=refusing(faulty)):
        await until(lambda: is_parked(wire, 1))
        [(_, partition, offset, _, _)] = await rows(wire)
        assert await decides(wire, "accept", TOPIC, partition, offset, "--because", "Please") == 1
        assert "is not early but failed" in capsys.readouterr().out
        faulty.clear()
        assert await decides(wire, "retry") == 0
        await wire.heard(1)

    assert await rows(wire) == []


async def test_replays_and_a_new_epoch_are_no_jump(wire: Wire) -> None:
    [thing] = things(1)
    versions = [(1, 0), (2, 0), (3, 0), (1, 0), (2, 0), (2, 1), (3, 1), (9, 2)]
    await wire.send(*[letter(said(thing, version), ce_epoch=str(epoch)) for version, epoch in versions])

    async with wire.hearing():
        await wire.heard(8)

    assert await rows(wire) == []

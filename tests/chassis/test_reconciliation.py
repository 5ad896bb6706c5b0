"""A reader that lost, missed or kept something else than its owner is found out, and a busy one is left in peace."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import text

from korpu_chassis.messaging.administration import Topic, create_topics
from korpu_chassis.messaging.kafka_ends import ends_of, partition_of
from korpu_chassis.process.entry_points import reconcile
from korpu_chassis.reconciliation.comparison import Reconciler, heard
from korpu_chassis.reconciliation.inventory import Postponed, take_inventory
from korpu_chassis.recovery.restatement import raise_epoch
from tests.chassis.test_relay import sent
from tests.chassis.test_republishing import asked, done
from tests.chassis.wire import GROUP, TOPIC, Wire, things, until

TABLES = {TOPIC: "thing"}
KNOWN = "FROM known_version WHERE topic = 'things.v1' AND key = :key"


@asynccontextmanager
async def comparing(wire: Wire) -> AsyncIterator[None]:
    """The owner speaks, the reader hears and compares inside the block."""
    await create_topics(wire.kafka, [Topic("things.inventory.v1", 1)])
    stop = asyncio.Event()
    async with wire.relaying(), wire.hearing():
        work = reconcile(wire.kafka, wire.database, GROUP, {TOPIC: heard(GROUP, TOPIC)}, stop)
        task = asyncio.create_task(work)
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait_for(task, 15)


async def compared(wire: Wire, page: int = 10) -> dict[UUID, str]:
    """Take an inventory, wait until the reader has compared itself with all of it, and give what differs."""
    before = await runs(wire)
    await take_inventory(wire.dsn, wire.kafka, "things", TABLES, page)

    async def through() -> bool:
        waits = await wire.rows("SELECT 1 FROM inventory_page")
        return not waits and await runs(wire) != before

    await until(through, 40)
    rows = await wire.rows("SELECT key, what FROM reconciliation_difference ORDER BY key")
    return {UUID(row.key): row.what for row in rows}


async def runs(wire: Wire) -> list[object]:
    return [
        tuple(row) for row in await wire.rows("SELECT run, reconciled_at FROM reconciliation WHERE run IS NOT NULL")
    ]


async def changed(wire: Wire, *turns: UUID) -> None:
    for thing in turns:
        await wire.change(thing)
    await sent(wire)
    await all_heard(wire)


async def all_heard(wire: Wire) -> None:
    await wire.reached(sum((await ends_of(wire.kafka, [TOPIC]))[TOPIC]))


async def test_a_reader_that_lost_a_thing_is_found_out_and_one_word_again_mends_it(wire: Wire) -> None:
    some = things(25)
    async with comparing(wire):
        await changed(wire, *some, *some)
        assert await compared(wire) == {}
        await wire.rows(f"DELETE {KNOWN} RETURNING key", key=str(some[7]))
        await wire.rows("UPDATE known_version SET version = 1 WHERE key = :key RETURNING key", key=str(some[12]))

        assert await compared(wire) == {some[7]: "missing", some[12]: "older"}

        for thing in (some[7], some[12]):
            await done(wire, await asked(wire, TOPIC, thing))
        await all_heard(wire)
        assert await compared(wire) == {}

    [row] = await wire.rows("SELECT things, undecided FROM reconciliation")
    assert tuple(row) == (25, 0)


async def test_what_differs_has_its_effect_again_and_nothing_else_has(wire: Wire) -> None:
    lost, other = things(2)
    async with comparing(wire):
        await changed(wire, lost, lost, other, other)
        await wire.rows("DELETE FROM effect RETURNING key")
        await wire.rows(f"DELETE {KNOWN} RETURNING key", key=str(lost))
        assert await compared(wire) == {lost: "missing"}

        await done(wire, await asked(wire))
        await all_heard(wire)

    assert await wire.effects() == {lost: [1, 2]}


async def test_what_the_owner_has_no_more_is_named_where_nothing_was_said_since(wire: Wire) -> None:
    gone, older, rest = things(3)
    async with comparing(wire):
        await changed(wire, gone, older, older, rest)
        await wire.rows("DELETE FROM thing WHERE id = :id RETURNING id", id=gone)
        await wire.rows("UPDATE thing SET version = 1 WHERE id = :id RETURNING id", id=older)

        assert await compared(wire) == {gone: "extra", older: "newer"}


async def test_a_new_epoch_counts_for_more_than_a_higher_version(wire: Wire) -> None:
    [thing] = things(1)
    async with comparing(wire):
        await changed(wire, thing, thing, thing)
        async with wire.database.transaction() as session:
            await raise_epoch(session)
        await wire.rows("UPDATE thing SET version = 1 RETURNING id")
        await changed(wire, thing)
        assert await compared(wire) == {}
        await wire.rows("UPDATE known_version SET epoch = 0, version = 9 RETURNING key")

        assert await compared(wire) == {thing: "older"}


async def test_a_reader_that_is_built_anew_beside_a_fresh_topic_misses_everything(wire: Wire) -> None:
    some = things(30)
    async with wire.relaying():
        await wire.change_many(some, 2)
        await sent(wire)
    await create_topics(wire.kafka, [Topic("things.inventory.v1", 1)])
    fresh = Wire(wire.dsn, wire.kafka.__class__(wire.kafka.bootstrap, wire.kafka.prefix + "anew.", wire.kafka.login))
    await create_topics(fresh.kafka, [Topic(TOPIC, 3), Topic(f"{GROUP}.dead", 1)])
    async with comparing(fresh):
        assert await compared(fresh) == dict.fromkeys(some, "missing")
        await until(lambda: shown(30))

        await done(fresh, await asked(fresh))
        await all_heard(fresh)
        assert await compared(fresh) == {}
    await fresh.database.close()


async def test_a_busy_office_is_never_told_that_something_differs(wire: Wire) -> None:
    some, over = things(40), asyncio.Event()

    async def busily() -> None:
        while not over.is_set():
            await asyncio.gather(*(wire.change(thing) for thing in [*some[:20], *things(1)]))
            await asyncio.sleep(0.05)

    async with comparing(wire):
        await changed(wire, *some)
        work = asyncio.create_task(busily())
        found = [await compared(wire) for _ in range(5)]
        over.set()
        await work
        await sent(wire)
        await all_heard(wire)

        assert found == [{}] * 5
        assert await compared(wire) == {}
        [row] = await wire.rows("SELECT undecided FROM reconciliation")
        assert row.undecided == 0


async def test_a_reader_that_is_behind_waits_before_it_judges(wire: Wire) -> None:
    [thing] = things(1)
    locked = text("LOCK TABLE known_version IN EXCLUSIVE MODE")
    async with comparing(wire):
        await changed(wire, thing)
        async with wire.database.transaction() as session:
            await session.execute(locked)
            await wire.change(thing)
            await take_inventory(wire.dsn, wire.kafka, "things", TABLES)
            await until(lambda: waits(wire))
            assert not await Reconciler(wire.database.transaction, GROUP, {TOPIC: heard(GROUP, TOPIC)}).judge_next()
        await until(lambda: judged(wire))

        assert await wire.rows("SELECT 1 FROM reconciliation_difference") == []


async def shown(count: int) -> bool:
    """Whether operators see so many differences."""
    return bool(
        REGISTRY.get_sample_value("korpu_reconciliation_difference", {"owner": "things", "topic": TOPIC}) == count
    )


async def waits(wire: Wire) -> bool:
    return bool(await wire.rows("SELECT 1 FROM inventory_page"))


async def judged(wire: Wire) -> bool:
    return not await waits(wire) and bool(await runs(wire))


async def test_an_inventory_waits_until_all_is_sent_that_it_speaks_of(
    wire: Wire,
) -> None:
    await create_topics(wire.kafka, [Topic("things.inventory.v1", 1)])
    await wire.change(things(1)[0])

    with pytest.raises(Postponed, match="has not sent"):
        await take_inventory(wire.dsn, wire.kafka, "things", TABLES, patience=0.5)

    assert await wire.topic("things.inventory.v1") == []


async def test_a_topic_that_is_gone_postpones_the_inventory(wire: Wire) -> None:
    with pytest.raises(Postponed, match="no topic nowhere"):
        await take_inventory(wire.dsn, wire.kafka, "things", {"nowhere.v1": "thing"})


async def test_a_key_is_looked_for_on_the_partition_where_it_stands(wire: Wire) -> None:
    some = things(30)
    async with wire.relaying():
        await wire.change_many(some, 1)
        await sent(wire)

    for record in await wire.topic():
        assert partition_of((record.key or b"").decode(), 3) == record.partition

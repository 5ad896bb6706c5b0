"""What was said can be said again: whole, in order, while new things are said; and a log that is ahead is noticed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

from aiokafka.admin import AIOKafkaAdminClient

from korpu_chassis.messaging.administration import Topic, create_topics
from korpu_chassis.messaging.envelope import read
from korpu_chassis.messaging.inbox import purge
from korpu_chassis.messaging.relay import relay
from korpu_chassis.messaging.republication import ask_again, how_far
from korpu_chassis.recovery.restatement import raise_epoch
from tests.chassis.test_relay import sent
from tests.chassis.wire import TOPIC, Wire, things, until


@asynccontextmanager
async def comparing(wire: Wire) -> AsyncIterator[None]:
    """The relay works inside the block, and compares its topic with the outbox before it leads."""
    stop = asyncio.Event()
    task = asyncio.create_task(relay(wire.dsn, wire.kafka, stop=stop, report=wire.troubles.append, topics=[TOPIC]))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 20)


async def asked(wire: Wire, topic: str | None = None, key: UUID | None = None) -> int:
    async with wire.database.transaction() as session:
        return await ask_again(session, topic, key)


async def done(wire: Wire, wish: int) -> int:
    async def over() -> bool:
        async with wire.database.transaction() as session:
            return (await how_far(session, wish))[1]

    await until(over)
    async with wire.database.transaction() as session:
        return (await how_far(session, wish))[0]


async def lose_the_topic(wire: Wire) -> None:
    admin = AIOKafkaAdminClient(**wire.kafka.connection)
    await admin.start()
    await admin.delete_topics([wire.kafka.prefix + TOPIC])
    await admin.close()
    for _ in range(50):
        await asyncio.sleep(0.2)
        await create_topics(wire.kafka, [Topic(TOPIC, 3)])
        if not await wire.topic():
            return


async def test_a_topic_that_was_lost_is_filled_again_with_the_same_messages_in_their_order(wire: Wire) -> None:
    some = things(3)
    async with wire.relaying():
        await wire.change_many(some, 5)
        await sent(wire)
    before = {(each.key, each.body, each.headers["ce_id"]) for each in await wire.topic()}
    async with wire.database.transaction() as session:
        await purge(session, datetime.now(UTC) + timedelta(days=30))
    await lose_the_topic(wire)

    async with wire.relaying():
        assert await done(wire, await asked(wire)) == 15

    again = await wire.topic()
    assert {(each.key, each.body, each.headers["ce_id"]) for each in again} == before
    assert await wire.told() == {thing: [1, 2, 3, 4, 5] for thing in some}


async def test_what_is_said_meanwhile_comes_after_it_and_readers_hear_nothing_twice(wire: Wire) -> None:
    some = things(2)
    async with wire.relaying(), wire.hearing():
        await wire.change_many(some, 100)
        await wire.heard(200)

        wish = await asked(wire)
        await wire.change_many(some, 10)
        assert await done(wire, wish) == 200
        await sent(wire)
        await wire.reached(420)

    assert await wire.effects() == {thing: list(range(1, 111)) for thing in some}
    for thing in some:
        versions = [read(each).version for each in await wire.topic() if each.key == str(thing).encode()]
        begun = versions.index(1, 1)
        assert versions[begun : begun + 100] == list(range(1, 101))


async def test_one_thing_alone_is_said_again(wire: Wire) -> None:
    one, other = things(2)
    async with wire.relaying():
        await wire.change_many([one, other], 2)
        await sent(wire)

        assert await done(wire, await asked(wire, TOPIC, one)) == 2

    keys = [each.key for each in await wire.topic()]
    assert (keys.count(str(one).encode()), keys.count(str(other).encode())) == (4, 2)


async def test_it_goes_on_where_it_stood_when_the_relay_was_ended(wire: Wire) -> None:
    await wire.change_many(things(5), 4)
    async with wire.relaying():
        await sent(wire)
    wish = await asked(wire)
    await wire.rows("UPDATE republication SET reached = 12, sent = 12 RETURNING id")

    async with wire.relaying():
        assert await done(wire, wish) == 20

    assert len(await wire.topic()) == 28


async def test_a_relay_says_nothing_while_the_log_is_ahead_of_its_database(wire: Wire) -> None:
    [thing] = things(1)
    async with comparing(wire):
        await wire.change(thing)
        await wire.change(thing)
        await sent(wire)
    await wire.rows("DELETE FROM outbox WHERE seq = (SELECT max(seq) FROM outbox) RETURNING seq")
    await wire.rows("UPDATE thing SET version = 1 RETURNING id")

    async with comparing(wire):
        await wire.change(thing)
        await until(lambda: troubled(wire))
        assert len(await wire.topic()) == 2

        async with wire.database.transaction() as session:
            await raise_epoch(session)
        await wire.change(thing)
        await sent(wire)

    assert [read(each).version for each in await wire.topic()] == [1, 2, 2, 3]
    assert [read(each).epoch for each in await wire.topic()] == [0, 0, 0, 1]


async def troubled(wire: Wire) -> bool:
    return bool(wire.troubles and wire.troubles[-1] and "ahead" in wire.troubles[-1])


async def test_a_message_whose_row_was_purged_long_ago_is_known_by_its_audit(wire: Wire) -> None:
    [thing] = things(1)
    async with comparing(wire):
        await wire.change(thing)
        await sent(wire)
    [record] = await wire.topic()
    await wire.rows(
        "INSERT INTO audit (aggregate, aggregate_id, version, at, subject, command, fact, changes, correlation_id)"
        " VALUES ('thing', :thing, 1, :at, 's', 'c', 'thing.changed', '{}', :thing) RETURNING id",
        thing=thing,
        at=read(record).time,
    )
    await wire.rows("DELETE FROM outbox RETURNING seq")

    async with comparing(wire):
        await wire.change(thing)
        await sent(wire)

    assert [read(each).version for each in await wire.topic()] == [1, 2]


async def test_a_topic_that_does_not_exist_yet_holds_nobody_up(wire: Wire) -> None:
    stop = asyncio.Event()
    topics = [TOPIC, "nowhere.v1"]
    task = asyncio.create_task(relay(wire.dsn, wire.kafka, stop=stop, report=wire.troubles.append, topics=topics))

    await wire.change(things(1)[0])
    await sent(wire)

    stop.set()
    await asyncio.wait_for(task, 20)

"""What is committed reaches Kafka: all of it, in order, and nothing else."""

import asyncio
from dataclasses import replace
from functools import partial

from korpu_chassis.messaging.envelope import read
from korpu_chassis.messaging.outbox import post
from korpu_chassis.messaging.relay import relay
from korpu_local.ports import free_port
from tests.chassis.wire import TOPIC, Wire, said, things, until


async def nothing_waits(wire: Wire) -> bool:
    return bool((await wire.rows("SELECT count(*) FROM outbox WHERE sent_at IS NULL"))[0][0] == 0)


async def sent(wire: Wire) -> None:
    await until(lambda: nothing_waits(wire))


async def test_a_committed_change_reaches_the_topic_under_its_key(wire: Wire) -> None:
    [thing] = things(1)

    async with wire.relaying():
        await wire.change(thing)
        await sent(wire)

    [record] = await wire.topic()
    assert record.key == str(thing).encode()
    assert read(record).state == {"id": str(thing), "version": 1}
    assert record.headers["ce_type"] == b"az.edu.gdu.things.thing.changed.v1"


async def test_what_was_said_before_the_relay_started_is_sent_when_it_starts(wire: Wire) -> None:
    some = things(3)
    await wire.change_many(some, 4)

    async with wire.relaying():
        await sent(wire)

    assert await wire.told() == {thing: [1, 2, 3, 4] for thing in some}


async def test_a_change_that_is_rolled_back_is_never_said(wire: Wire) -> None:
    gone, kept = things(2)

    async with wire.relaying():
        async with wire.database.engine.connect() as connection:
            await post(connection, said(gone, 1))
            await connection.rollback()
        await wire.change(kept)
        await sent(wire)

    assert await wire.told() == {kept: [1]}


async def test_a_number_that_is_drawn_early_and_committed_late_is_not_passed_over(wire: Wire) -> None:
    early, late = things(2)

    async with wire.relaying(), wire.database.engine.connect() as slow:
        await post(slow, said(early, 1))
        await wire.change(late)
        await sent(wire)
        await slow.commit()
        await sent(wire)

    assert set(await wire.told()) == {early, late}


async def test_versions_keep_their_order_while_many_change_the_same_things(wire: Wire) -> None:
    some = things(4)

    async with wire.relaying():
        await wire.change_many(some, 50)
        await sent(wire)

    assert await wire.told() == {thing: list(range(1, 51)) for thing in some}


async def test_of_two_relays_one_sends(wire: Wire) -> None:
    some = things(3)

    async with wire.relaying(), wire.relaying():
        await wire.change_many(some, 20)
        await sent(wire)

    assert len(await wire.topic()) == 60


async def test_the_second_relay_takes_over_when_the_first_loses_its_connection(wire: Wire) -> None:
    [thing] = things(1)

    async with wire.relaying(), wire.relaying():
        await wire.change(thing)
        await sent(wire)
        await end_the_leaders_session(wire)
        await wire.change(thing)
        await sent(wire)

    assert await wire.told() == {thing: [1, 2]}


async def test_a_relay_that_has_its_database_back_is_well_though_nothing_waits(wire: Wire) -> None:
    async with wire.relaying():
        await wire.change(things(1)[0])
        await sent(wire)
        await end_the_leaders_session(wire)
        await until(lambda: is_in_trouble(wire))
        await until(lambda: is_well(wire))


async def end_the_leaders_session(wire: Wire) -> None:
    await wire.rows(
        "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
        " WHERE l.locktype = 'advisory' AND a.datname = current_database()"
    )


async def test_a_relay_that_has_kafka_back_is_well_though_nothing_waits(wire: Wire) -> None:
    port, stop = free_port(), asyncio.Event()
    kafka = replace(wire.kafka, bootstrap=f"127.0.0.1:{port}")
    working = asyncio.create_task(relay(wire.dsn, kafka, stop=stop, report=wire.troubles.append, topics=[TOPIC]))
    await until(lambda: is_in_trouble(wire))

    async with await asyncio.start_server(partial(forward, wire.kafka.bootstrap), "127.0.0.1", port):
        await until(lambda: is_well(wire))
        stop.set()
        await asyncio.wait_for(working, 15)


async def forward(address: str, heard: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
    """Let a client speak to somebody else by this door."""
    host, _, port = address.rpartition(":")
    hearing, speaks = await asyncio.open_connection(host, int(port))

    async def pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            target.write(data)
        target.close()

    await asyncio.gather(pass_on(heard, speaks), pass_on(hearing, answers), return_exceptions=True)


async def test_a_message_for_a_topic_that_does_not_exist_waits_and_the_relay_says_so(wire: Wire) -> None:
    good, lost = things(2)
    await wire.change(good)
    await wire.change(lost)
    await wire.rows("UPDATE outbox SET topic = 'nowhere.v1' WHERE key = :key RETURNING seq", key=str(lost))

    async with wire.relaying():
        await until(lambda: is_in_trouble(wire))
        waiting = await wire.rows("SELECT key FROM outbox WHERE sent_at IS NULL")
        await wire.rows("UPDATE outbox SET topic = :topic RETURNING seq", topic=TOPIC)
        await sent(wire)

    assert waiting == [(str(lost),)]
    assert await wire.told() == {good: [1], lost: [1]}
    assert wire.troubles[-1] is None


async def is_in_trouble(wire: Wire) -> bool:
    return bool(wire.troubles and wire.troubles[-1])


async def is_well(wire: Wire) -> bool:
    return wire.troubles[-1] is None


async def test_a_change_is_acknowledged_within_milliseconds(wire: Wire) -> None:
    [thing] = things(1)

    async with wire.relaying():
        await wire.change(thing)
        await sent(wire)
        for _ in range(30):
            await wire.change(thing)
            await asyncio.sleep(0.02)
        await sent(wire)

    query = "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - at)) FROM outbox"
    assert (await wire.rows(query))[0][0] < 0.1


async def test_a_relay_that_is_idle_uses_no_transaction(wire: Wire) -> None:
    async with wire.relaying():
        await wire.change(things(1)[0])
        await sent(wire)

        query = "SELECT state FROM pg_stat_activity WHERE application_name = 'relay' AND datname = current_database()"
        states = await wire.rows(query)

    assert states == [("idle",)]

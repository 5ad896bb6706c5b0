"""Every message has its effect once, and one that cannot have it does not hold up the others."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer
from prometheus_client import REGISTRY
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.messaging import kafka
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.messaging.inbox import Fenced, Inbox
from korpu_chassis.messaging.kafka import Kafka, Letter
from tests.chassis.wire import GROUP, TOPIC, Wire, letter, refusing, said, things, until, write_down


async def parked(wire: Wire) -> int:
    return int((await wire.rows("SELECT count(*) FROM parked"))[0][0])


async def test_every_version_has_its_effect_once_and_in_order(wire: Wire) -> None:
    some = things(5)

    async with wire.relaying(), wire.hearing():
        await wire.change_many(some, 20)
        await wire.heard(100)

    assert await wire.effects() == {thing: list(range(1, 21)) for thing in some}


async def test_what_comes_three_times_and_shuffled_counts_once(wire: Wire) -> None:
    letters = [letter(said(thing, version)) for thing in things(10) for version in (1, 2, 3)] * 3
    random.shuffle(letters)
    await wire.send(*letters)

    async with wire.hearing(batch=7):
        await wire.reached(90)

    assert sorted(map(sorted, (await wire.effects()).values())) == [[1, 2, 3]] * 10


async def test_a_new_process_goes_on_where_the_last_one_stored_its_offset(wire: Wire) -> None:
    first, second = things(2)
    await wire.send(letter(said(first, 1)))
    async with wire.hearing():
        await wire.reached(1)
    await wire.rows("DELETE FROM inbox RETURNING id")
    await wire.send(letter(said(second, 1)))

    async with wire.hearing():
        await wire.reached(2)

    assert await wire.effects() == {first: [1], second: [1]}


async def test_effect_and_offset_are_stored_together_or_not_at_all(wire: Wire) -> None:
    [thing] = things(1)
    begun = asyncio.Event()

    async def never_ends(heard: Sequence[Incoming], session: AsyncSession) -> None:
        await write_down(heard, session)
        begun.set()
        await asyncio.sleep(60)

    await wire.send(letter(said(thing, 1)))
    task = asyncio.create_task(wire.consumer(handler=never_ends).forever(asyncio.Event()))
    await begun.wait()
    task.cancel()
    await asyncio.wait({task})

    assert (await wire.effects(), await wire.offsets()) == ({}, 0)


async def test_two_processes_share_the_work_and_do_nothing_twice(wire: Wire) -> None:
    some = things(20)

    async with wire.relaying(), wire.hearing(batch=5):
        await wire.change_many(some, 5)
        async with wire.hearing(batch=5):
            await wire.change_many(some, 5)
            await wire.heard(200)

    assert await wire.effects() == {thing: list(range(1, 11)) for thing in some}


async def test_what_cannot_be_read_is_copied_to_the_dead_letters_with_its_place_and_reason(wire: Wire) -> None:
    good, bad = things(2)
    await wire.send(Letter(TOPIC, str(bad).encode(), [("ce_id", b"1")], b"{"), letter(said(good, 1)))

    async with wire.hearing():
        await wire.reached(2)

        await until(lambda: has_copies(wire, 1))

    [dead] = await wire.topic(f"{GROUP}.dead")
    assert await wire.effects() == {good: [1]}
    assert (dead.key, dead.body, dead.headers["dead_topic"]) == (str(bad).encode(), b"{", TOPIC.encode())
    assert dead.headers["dead_error"] == b"without header ce_specversion"
    assert dead.headers["dead_offset"] == b"0"
    assert dead.headers["dead_partition"] in {b"0", b"1", b"2"}


async def has_copies(wire: Wire, count: int) -> bool:
    return len(await wire.topic(f"{GROUP}.dead")) == count


async def test_a_type_that_nobody_knows_is_passed_over_and_counted(wire: Wire) -> None:
    old, new = things(2)
    names = {"group": GROUP, "topic": TOPIC}
    before = REGISTRY.get_sample_value("korpu_consumer_skipped_total", names) or 0
    later = letter(said(new, 1), ce_type="az.edu.gdu.things.thing.changed.v2")
    await wire.send(later, letter(said(old, 1)))

    async with wire.hearing():
        await wire.reached(2)

    assert await wire.effects() == {old: [1]}
    assert REGISTRY.get_sample_value("korpu_consumer_skipped_total", names) == before + 1


async def test_a_poisonous_message_puts_its_key_aside_and_lets_the_others_pass(wire: Wire) -> None:
    bad, *good = things(5)
    await wire.send(*[letter(said(thing, version)) for version in (1, 2, 3) for thing in [*good, bad]])

    async with wire.hearing(handler=refusing({bad})):
        await wire.reached(15)

    assert await wire.effects() == {thing: [1, 2, 3] for thing in good}
    assert await parked(wire) == 3


async def test_a_key_put_aside_is_handled_in_its_order_once_its_fault_is_mended(wire: Wire) -> None:
    [thing] = things(1)
    faulty = {thing}
    await wire.send(*[letter(said(thing, version)) for version in (1, 2)])

    async with wire.hearing(handler=refusing(faulty)):
        await wire.reached(2)
        await wire.send(letter(said(thing, 3)))
        await wire.reached(3)
        faulty.clear()
        await wire.heard(3)
        await wire.send(letter(said(thing, 4)))
        await wire.heard(4)

    assert await wire.effects() == {thing: [1, 2, 3, 4]}
    assert await parked(wire) == 0


async def test_what_is_put_aside_is_tried_less_and_less_often_and_says_why_without_its_words(wire: Wire) -> None:
    [thing] = things(1)
    await wire.send(letter(said(thing, 1)))

    async with wire.hearing(handler=refusing({thing})):
        await until(lambda: tried_twice(wire))

    [(error, attempts, waits, last)] = await wire.rows(
        "SELECT error, attempts, extract(epoch FROM next_try_at - parked_at), extract(epoch FROM next_try_at - now())"
        " FROM parked"
    )
    assert error == "LookupError"
    assert waits >= sum(2**attempt for attempt in range(attempts))
    assert last <= 2 ** (attempts - 1)


async def tried_twice(wire: Wire) -> bool:
    return [row[0] for row in await wire.rows("SELECT attempts FROM parked")] >= [2]


async def test_a_handler_that_swallows_a_failed_statement_cannot_stop_the_others(wire: Wire) -> None:
    bad, good = things(2)

    async def careless(heard: Sequence[Incoming], session: AsyncSession) -> None:
        await write_down(heard, session)
        if any(message.subject == bad for message in heard):
            with suppress(DBAPIError):
                await session.execute(text("SELECT 1/0"))

    await wire.send(letter(said(bad, 1)), letter(said(good, 1)))
    async with wire.hearing(handler=careless):
        await wire.reached(2)

    assert await wire.effects() == {good: [1]}
    assert await parked(wire) == 1


async def test_who_has_been_overtaken_can_neither_act_nor_move_the_offset_back(wire: Wire) -> None:
    inbox, place = Inbox(GROUP), (TOPIC, 0)
    async with wire.database.transaction() as session:
        assert await inbox.places(session, [place]) == {place: 0}
    async with wire.database.transaction() as session:
        await inbox.move(session, {place: (0, 100)})

    with pytest.raises(Fenced):
        async with wire.database.transaction() as zombie:
            await inbox.move(zombie, {place: (0, 10)})

    assert await wire.offsets() == 100


async def test_a_lost_connection_in_the_middle_of_the_work_puts_nothing_aside(wire: Wire) -> None:
    some = things(10)

    async def unlucky(heard: Sequence[Incoming], session: AsyncSession) -> None:
        await write_down(heard, session)
        if random.random() < 0.3:  # noqa: S311
            await session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    await wire.send(*[letter(said(thing, version)) for version in (1, 2, 3) for thing in some])
    async with wire.hearing(handler=unlucky, batch=5):
        await wire.heard(30)

    assert await wire.effects() == {thing: [1, 2, 3] for thing in some}
    assert await parked(wire) == 0


async def test_a_client_that_has_gone_silent_is_replaced(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    clients: list[AIOKafkaConsumer] = []
    usual = Kafka.consumer

    def noted(self: Kafka, *given: Any, **named: Any) -> AIOKafkaConsumer:
        clients.append(usual(self, *given, **named))
        return clients[-1]

    async def nothing(*, timeout_ms: int, max_records: int) -> dict[Any, Any]:  # noqa: ARG001 -- as the client calls it
        await asyncio.sleep(timeout_ms / 1000)
        return {}

    monkeypatch.setattr(Kafka, "consumer", noted)
    monkeypatch.setattr(kafka, "SILENCE", 0.3)
    first, second = things(2)
    async with wire.hearing():
        await wire.send(letter(said(first, 1)))
        await wire.reached(1)
        await asyncio.sleep(2)
        assert len(clients) == 1, "silence alone is no fault"
        clients[0].getmany = nothing
        await asyncio.sleep(1)  # until what it was asked before is over
        await wire.send(letter(said(second, 1)))
        await wire.reached(2)

    assert len(clients) == 2
    assert "no Kafka: Starved" in wire.troubles
    assert await wire.effects() == {first: [1], second: [1]}

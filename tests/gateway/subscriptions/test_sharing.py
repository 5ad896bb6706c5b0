"""One answer for all who ask the same, and what happens when answers cannot be kept up with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

import asyncpg
from prometheus_client import REGISTRY

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.subscriptions.hub import MOST_AT_ONCE
from korpu_gateway.subscriptions.send_queue import MOST_WAITING, SendQueue, Subscription
from korpu_gateway.subscriptions.watch import CHANNEL, NAME
from tests.chassis.wire import until
from tests.gateway.campus import Campus
from tests.gateway.mutations.test_mutations import registered
from tests.gateway.subscriptions.test_watching import ONE
from tests.gateway.watching import Watcher, watcher

ROBUST = "subscription { organisationChanged { id version } }"


def groups() -> float:
    return REGISTRY.get_sample_value("korpu_subscription_groups") or 0


async def nobody_watches() -> None:
    """Wait until those who watched in other tests have gone."""

    async def gone() -> bool:
        return groups() == 0

    await until(gone)


@asynccontextmanager
async def watched_by(campus: Campus, *tokens: str, text: str = ROBUST) -> AsyncIterator[list[Watcher]]:
    """One watcher for each of these tokens."""
    async with AsyncExitStack() as stack:
        watching = [await stack.enter_async_context(watcher(campus.address, token)) for token in tokens]
        for each in watching:
            await each.watches(text)
        yield watching


async def test_callers_with_the_same_permissions_share_one_answer(campus: Campus) -> None:
    await nobody_watches()

    async with watched_by(
        campus, *(campus.token("officer", subject=name) for name in ("anna", "bella", "cora"))
    ) as watching:
        opened = groups()
        known = await registered(campus)

        told = [(await each.hears())["payload"]["data"]["organisationChanged"]["id"] for each in watching]

    assert opened == 1
    assert told == [known["id"]] * 3


async def test_callers_who_see_their_own_things_alone_share_nothing(campus: Campus) -> None:
    await nobody_watches()
    students = [campus.token("student", person_id=str(uuid4())) for _ in range(2)]

    async with watched_by(campus, *students, text="subscription { mobilityChanged { id } }"):
        opened = groups()

    assert opened == 2


async def test_what_owners_tell_about_persons_is_each_callers_own(campus: Campus) -> None:
    await nobody_watches()
    officers = [campus.token("officer", subject=name) for name in ("dora", "emma")]

    async with watched_by(campus, *officers, text="subscription { mobilityChanged { person { email } } }"):
        opened = groups()

    assert opened == 2


async def test_when_the_connection_to_the_read_model_breaks_everybody_is_told_to_read_again(campus: Campus) -> None:
    known = await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches(ONE, id=known["id"])

        await break_listening(campus.settings.database)

        assert await watching.is_told(id) == {"data": {"organisationChanged": None}, "extensions": {"resync": True}}
        await campus.does("officer", "ConfirmOrganisation", id=known["id"])
        assert (await watching.is_told(id))["data"]["organisationChanged"]["version"] == 2


async def break_listening(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND application_name = $1",
        NAME,
    )
    await connection.close()


async def test_of_hundreds_of_changes_at_once_those_who_watch_all_are_told_to_read_again(campus: Campus) -> None:
    known = await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        everything = await watching.watches(ROBUST)
        await watching.watches(ONE, id=known["id"])

        await tell_of(campus.settings.database, 500)

        assert (await watching.is_told(everything))["extensions"] == {"resync": True}
        # A slow line may bring the last of the 500 in a piece of their own; who watches one thing hears of none.
        rest = await watching.hears_until_silence()
        assert [each for each in rest if each["id"] != everything] == []
        assert len(rest) <= MOST_AT_ONCE


async def tell_of(dsn: str, count: int) -> None:
    connection = await asyncpg.connect(dsn)
    told = "SELECT pg_notify($1, 'organisation:' || gen_random_uuid() || ':0:1') FROM generate_series(1, $2::int)"
    await connection.execute(told, CHANNEL, count)
    await connection.close()


def send_queue_of(count: int) -> tuple[SendQueue, Subscription]:
    send_queue = SendQueue(lambda: None)
    subscription = Subscription("1", Principal.anonymous, b"resync", send_queue)
    for number in range(count):
        subscription.tell(b"%d" % number)
    return send_queue, subscription


async def sent_by(send_queue: SendQueue) -> list[bytes]:
    sent: list[bytes] = []

    async def send(_: Subscription | None, body: bytes) -> None:
        sent.append(body)

    writing = asyncio.create_task(send_queue.forever(send))
    await asyncio.sleep(0)
    writing.cancel()
    return sent


async def test_a_slow_reader_is_told_to_read_again_and_then_goes_on() -> None:
    send_queue, subscription = send_queue_of(MOST_WAITING + 1_000)

    sent = await sent_by(send_queue)
    subscription.tell(b"next")

    assert sent == [*(b"%d" % number for number in range(MOST_WAITING)), b"resync"]
    assert await sent_by(send_queue) == [b"next"]


async def test_a_reader_who_does_not_read_holds_up_nobody(campus: Campus) -> None:
    known = await registered(campus)
    async with (
        watcher(campus.address, campus.token("officer")) as quick,
        watcher(campus.address, campus.token("officer"), max_queue=1) as slow,
    ):
        await slow.watches(ONE, id=known["id"])
        slow.socket.transport.pause_reading()
        id = await quick.watches(ONE, id=known["id"])

        for _ in range(3):
            await campus.does("officer", "ConfirmOrganisation", id=known["id"])

        told = [2]
        while told[-1] < 4:  # on a busy machine two changes may be told as one
            told.append((await quick.is_told(id))["data"]["organisationChanged"]["version"])
        slow.socket.transport.resume_reading()
    assert told == sorted(told)

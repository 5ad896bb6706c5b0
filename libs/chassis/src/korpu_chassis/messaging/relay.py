"""The relay: whatever a service has said and committed reaches Kafka, in order, however often either side fails."""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import asyncpg
import orjson
import structlog
from aiokafka.errors import KafkaError
from prometheus_client import Counter, Gauge, Histogram

from korpu_chassis.database.availability import DATABASE_ERRORS
from korpu_chassis.database.limits import CONNECT_SECONDS, RELAY
from korpu_chassis.messaging import republication
from korpu_chassis.messaging.kafka import Kafka, Letter, Sender
from korpu_chassis.messaging.log_ahead import compare
from korpu_chassis.observability.slow_statements import watch_connection
from korpu_chassis.observability.tracing import trace_id_of

BACKSTOP = 0.5
LOOK_AGAIN = 2.0
BATCH = 1_000
MOST_TRACES = 20
LOCK = 0x6B_6F_72_70_75

UNSENT = "SELECT seq, topic, key, headers, body, at, epoch FROM outbox WHERE sent_at IS NULL ORDER BY seq LIMIT $1"
MARK = "UPDATE outbox SET sent_at = now() WHERE seq = ANY($1)"
WAITING = "SELECT count(*), coalesce(extract(epoch FROM now() - min(at)), 0) FROM outbox WHERE sent_at IS NULL"

# A frozen leader answers no query, so the database ends its session and the lock passes on. A mark that a crash of the
# database forgets only makes one more duplicate, so marking need not wait for the disk.
SESSION = RELAY.settings() | {
    "application_name": "relay",
    "idle_session_timeout": "20s",
    "synchronous_commit": "off",
}

log = structlog.get_logger("relay")
sent = Counter("korpu_relay_sent_total", "Messages that Kafka has acknowledged.", ["topic"])
took = Histogram("korpu_relay_seconds", "From what was said to Kafka's acknowledgement.")
backlog = Gauge("korpu_relay_backlog", "Messages that wait in the outbox.")
oldest = Gauge("korpu_relay_oldest_seconds", "Age of the oldest message that waits in the outbox.")
ahead = Gauge("korpu_relay_log_ahead", "Messages at the ends of our topics that our database does not know.")
lost = Gauge("korpu_relay_topics_lost", "Topics that hold nothing of what was sent.")
again = Counter("korpu_relay_republished_total", "Messages that were said again.", ["topic"])
leading = Gauge("korpu_relay_leading", "Whether this process is the one that sends.")

Report = Callable[[str | None], None]


class _Leader:
    """The one relay of a service that sends, for as long as its connection to the database lives."""

    def __init__(self, connection: Any, sender: Sender, report: Report, kafka: Kafka, topics: Sequence[str]) -> None:
        self._connection = connection
        self._sender = sender
        self._report = report
        self._kafka = kafka
        self._topics = topics
        self._said = asyncio.Event()
        self._asked_again = True
        self._next_count = 0.0

    async def work(self, stop: asyncio.Event) -> None:
        """Send what waits, then what is said, until told to stop or until the connection is lost."""
        await self._connection.add_listener("outbox", lambda *_: self._said.set())
        await self._connection.add_listener(republication.CHANNEL, self._on_asked_again)
        await self._know_the_log(stop)
        while not stop.is_set():
            self._said.clear()
            found = await self._say_again() or await self._send_some()
            if self._sender.trouble or found < BATCH:
                await self._count()
                await self._rest()

    async def _know_the_log(self, stop: asyncio.Event) -> None:
        """Say nothing while the log holds what our database does not: two pasts would be mixed."""
        while not stop.is_set():
            try:
                unknown, emptied = await compare(self._connection, self._kafka, self._topics)
            except (KafkaError, TimeoutError, OSError) as error:
                await self._connection.execute("SELECT 1")
                self._report(f"no Kafka: {type(error).__name__}")
                log.warning("relay.waiting", away="kafka", reason=type(error).__name__)
                await asyncio.sleep(BACKSTOP)
                continue
            ahead.set(len(unknown))
            lost.set(len(emptied))
            if emptied:
                log.error("relay.topics_lost", topics=emptied)
            if not unknown:
                self._report(None)
                return
            self._report("the log is ahead of the database, which was restored to an earlier moment: run restored")
            log.error("relay.log_ahead", messages=[(each.topic, each.key, each.version) for each in unknown])
            await asyncio.sleep(LOOK_AGAIN)

    def _on_asked_again(self, *_: object) -> None:
        self._asked_again = True
        self._said.set()

    async def _say_again(self) -> int:
        """Send some of what is to be said again, before all that is new; nothing when nobody asked."""
        asked = await self._connection.fetchrow(republication.ASKED) if self._asked_again else None
        if asked is None:
            self._asked_again = False
            return 0
        wanted = (asked["reached"], asked["upto"], asked["topic"], asked["key"], BATCH)
        rows = await self._connection.fetch(republication.AGAIN, *wanted)
        if not rows:
            await self._connection.execute(republication.DONE, asked["id"])
            log.info("relay.republished", topic=asked["topic"], key=asked["key"])
            return BATCH
        kept = await self._sender.send([_letter(row) for row in rows])
        there, count = republication.reached(rows, kept, asked["reached"])
        await self._connection.execute(republication.REACHED, asked["id"], there, count)
        for row in rows[:count]:
            again.labels(row["topic"]).inc()
        self._report(self._sender.trouble and f"Kafka does not acknowledge: {self._sender.trouble}")
        return BATCH

    async def _send_some(self) -> int:
        rows = await self._connection.fetch(UNSENT, BATCH)
        if not rows:
            return 0
        kept = await self._sender.send([_letter(row) for row in rows])
        marked = [row for row, well in zip(rows, kept, strict=True) if well]
        if marked:
            await self._connection.execute(MARK, [row["seq"] for row in marked])
            self._tell(marked)
        if self._sender.trouble:
            waiting = len(rows) - len(marked)
            log.warning("relay.stalled", away="kafka", reason=self._sender.trouble, waiting=waiting)
        self._report(self._sender.trouble and f"Kafka does not acknowledge: {self._sender.trouble}")
        return len(rows)

    def _tell(self, rows: Sequence[Any]) -> None:
        now = datetime.now(UTC)
        for row in rows:
            sent.labels(row["topic"]).inc()
            took.observe(max(0.0, (now - row["at"]).total_seconds()))
        log.info("relay.sent", messages=len(rows), last=rows[-1]["seq"], trace_ids=_traces(rows[:MOST_TRACES]))

    async def _count(self) -> None:
        if time.monotonic() < self._next_count:
            return
        self._next_count = time.monotonic() + 1
        waiting, age = await self._connection.fetchrow(WAITING)
        backlog.set(waiting)
        oldest.set(float(age))

    async def _rest(self) -> None:
        if self._sender.trouble:
            await asyncio.sleep(BACKSTOP)
            return
        try:
            async with asyncio.timeout(BACKSTOP):
                await self._said.wait()
        except TimeoutError:
            return


def _traces(rows: Sequence[Any]) -> list[str]:
    named = {trace_id_of(orjson.loads(row["headers"]).get("ce_traceparent")) for row in rows}
    return sorted(each for each in named if each)


def _letter(row: Any) -> Letter:
    headers = [(name, value.encode()) for name, value in orjson.loads(row["headers"]).items()]
    headers.append(("ce_epoch", str(row["epoch"]).encode()))
    return Letter(row["topic"], row["key"].encode(), headers, row["body"])


async def relay(
    database: str,
    kafka: Kafka,
    *,
    stop: asyncio.Event,
    report: Report = lambda _: None,
    topics: Sequence[str] = (),
) -> None:
    """Relay one service's outbox until told to stop; of several such processes one works and the others stand by.

    Nothing is skipped and nothing overtakes within a key; what is sent twice carries the same id. `topics` are the
    service's own: whoever leads compares them with the outbox before it sends.
    """
    sender = Sender(kafka)
    try:
        while not stop.is_set():
            try:
                await _lead(database, sender, report, stop, kafka, topics)
            except DATABASE_ERRORS as error:
                report(f"no database: {type(error).__name__}")
                log.warning("relay.interrupted", away="database", reason=type(error).__name__)
                await asyncio.sleep(BACKSTOP)
    finally:
        await sender.drop()


async def _lead(
    database: str, sender: Sender, report: Report, stop: asyncio.Event, kafka: Kafka, topics: Sequence[str]
) -> None:
    connection = await asyncpg.connect(
        database, timeout=CONNECT_SECONDS, command_timeout=RELAY.patience, server_settings=SESSION
    )
    watch_connection(connection)
    try:
        while not stop.is_set() and not await connection.fetchval("SELECT pg_try_advisory_lock($1)", LOCK):
            report(None)
            await asyncio.sleep(1)
        log.info("relay.leading")
        report(None)
        leading.set(1)
        await _Leader(connection, sender, report, kafka, topics).work(stop)
    finally:
        leading.set(0)
        connection.terminate()

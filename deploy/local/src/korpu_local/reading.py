"""A topic from its beginning, for people and for tests."""

from collections.abc import AsyncIterator

import orjson
from rich.console import Console

from korpu_chassis.messaging.kafka import Kafka, Record
from korpu_local.home import Trouble
from korpu_local.topics import wanted_topics


async def history(kafka: Kafka, topic: str) -> AsyncIterator[Record]:
    """Everything that a topic holds at this moment, partition by partition in order."""
    reader = kafka.consumer()
    reader.subscribe([kafka.prefix + topic])
    await reader.start()
    try:
        for partition, end in (await reader.end_offsets(reader.assignment())).items():
            while await reader.position(partition) < end:
                for raw in (await reader.getmany(partition, timeout_ms=1_000)).get(partition, ()):
                    yield kafka.record(raw)
    finally:
        await reader.stop()


async def print_topic(kafka: Kafka, name: str) -> None:
    """Print every message of a topic from its beginning: when, what, about whom, and the body."""
    known = [topic.name for topic in wanted_topics()]
    if name not in known:
        raise Trouble(f"There is no topic {name!r}; there are {', '.join(known)}.")
    screen = Console(highlight=False, soft_wrap=True)
    count = 0
    async for record in history(kafka, name):
        print_record(screen, record)
        count += 1
    screen.print(f"[dim]{count} messages on {name}[/]")


def print_record(screen: Console, record: Record) -> None:
    """Print one message; what is not JSON is shown as it came."""
    said = {header: value.decode(errors="replace") for header, value in record.headers.items()}
    screen.print(
        f"[dim]{record.partition}/{record.offset}[/] {said.get('ce_time', '')} "
        f"[bold]{said.get('ce_type', '')}[/] {said.get('ce_subject', '')}"
    )
    try:
        body = orjson.dumps(orjson.loads(record.body or b""), option=orjson.OPT_INDENT_2).decode()
    except orjson.JSONDecodeError:
        body = repr(record.body)
    screen.print(body, markup=False)

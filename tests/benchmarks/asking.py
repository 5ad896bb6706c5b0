"""People who ask over HTTP as fast as they are answered, each with a token of their own."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import orjson
import psutil

from tests.benchmarks.figures import Wrong


@dataclass(frozen=True)
class Question:
    """One request, ready to be sent."""

    query: str
    variables: dict[str, Any]
    token: str

    def packed(self) -> bytes:
        """The request as bytes."""
        body = orjson.dumps({"query": self.query, "variables": self.variables})
        head = (
            "POST /graphql HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
            f"accept: application/graphql-response+json\r\nauthorization: Bearer {self.token}\r\n"
            f"content-length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


async def ask(port: int, questions: Sequence[Question], people: int) -> list[bytes]:
    """Ask all of them over some connections that stay open; the answers in the order of the questions."""
    answers: list[bytes] = [b""] * len(questions)
    waiting = iter(list(enumerate(question.packed() for question in questions)))
    await asyncio.gather(*(_person(port, waiting, answers) for _ in range(people)))
    return answers


async def _person(port: int, waiting: Iterator[tuple[int, bytes]], answers: list[bytes]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    for place, packed in waiting:
        writer.write(packed)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise Wrong(f"a request was answered with {head[9:12].decode()}")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        answers[place] = await reader.readexactly(int(length))
    writer.close()
    await writer.wait_closed()


@asynccontextmanager
async def key_set(keys: dict[str, Any]) -> AsyncIterator[str]:
    """An issuer's public keys at an address."""
    body = orjson.dumps(keys)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ")
        writer.write(str(len(body)).encode() + b"\r\n\r\n" + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def worked(process: psutil.Process) -> float:
    """Seconds for which this process has used a core."""
    times = process.cpu_times()
    return times.user + times.system

"""Bad lines between the gateway and an owner: answers that get lost, and owners that break."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

Carry = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
BROKEN = b"HTTP/1.1 500 Oops\r\ncontent-type: text/plain\r\ncontent-length: 24\r\n\r\nsecret of the owner here"


@asynccontextmanager
async def losing_answers(address: str, how_many: int) -> AsyncIterator[str]:
    """A line to this address that delivers every question, and loses the first answers."""
    target, left = urlsplit(address), how_many

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal left
        there, back = await asyncio.open_connection(target.hostname, target.port)
        asking = asyncio.create_task(_copy(reader, back))
        try:
            answer = await there.read(65536)
            if left > 0:
                left -= 1
                return
            writer.write(answer)
            await _copy(there, writer)
        finally:
            asking.cancel()
            back.close()

    async with _listening(carry) as line:
        yield line


@asynccontextmanager
async def broken() -> AsyncIterator[str]:
    """An owner that breaks on every question, and says too much."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(BROKEN)
        await writer.drain()

    async with _listening(answer) as line:
        yield line


@asynccontextmanager
async def silent() -> AsyncIterator[str]:
    """An owner that hears every question and answers none."""

    async def wait(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        while await reader.read(65536):
            pass

    async with _listening(wait) as line:
        yield line


@asynccontextmanager
async def _listening(carry: Carry) -> AsyncIterator[str]:
    carrying: set[asyncio.Task[None]] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        carrying.add(asyncio.current_task())  # type: ignore[arg-type]  # a task carries each line
        try:
            await carry(reader, writer)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(one, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in carrying:
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()

"""Bad lines between the gateway and an owner: answers that get lost, and owners that break."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

BROKEN = b"HTTP/1.1 500 Oops\r\ncontent-type: text/plain\r\ncontent-length: 24\r\n\r\nsecret of the owner here"


@asynccontextmanager
async def losing_answers(address: str, how_many: int) -> AsyncIterator[str]:
    """A line to this address that delivers every question, and loses the first answers."""
    target, left = urlsplit(address), how_many

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal left
        there, back = await asyncio.open_connection(target.hostname, target.port)
        asking = asyncio.create_task(_copy(reader, back))
        answer = await there.read(65536)
        if left > 0:
            left -= 1
        else:
            while answer:
                writer.write(answer)
                await writer.drain()
                answer = await there.read(65536)
        asking.cancel()
        back.close()
        writer.close()

    async with _listening(carry) as line:
        yield line


@asynccontextmanager
async def broken() -> AsyncIterator[str]:
    """An owner that breaks on every question, and says too much."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(BROKEN)
        await writer.drain()
        writer.close()

    async with _listening(answer) as line:
        yield line


@asynccontextmanager
async def _listening(carry: object) -> AsyncIterator[str]:
    server = await asyncio.start_server(carry, "127.0.0.1", 0)  # type: ignore[arg-type]
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()

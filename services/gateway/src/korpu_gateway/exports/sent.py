"""What goes to a caller who may be slow, or leave."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from korpu_chassis import clock
from korpu_chassis.http.middleware import Receive, Send
from korpu_gateway.exports.lists import Wanted


class Left(Exception):
    """The caller has gone, or takes nothing any more."""


class Sent:
    """What goes to the caller; a caller who takes nothing for a while is taken for gone."""

    def __init__(self, send: Send, patience: float) -> None:
        self._send = send
        self._patience = patience
        self.begun = self.ended = False
        self.at_last: Callable[[], None] = lambda: None
        """Called just before the last byte goes: whoever has it may come again at once."""

    async def begin(self, wanted: Wanted, media: str, length: int | None = None) -> None:
        """Say what comes."""
        self.begun = True
        name = f"{wanted.name}-{clock.today().isoformat()}.{wanted.form}"
        headers = [
            (b"content-type", media.encode()),
            (b"content-disposition", f'attachment; filename="{name}"'.encode()),
            (b"content-language", wanted.language.encode()),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
            (b"vary", b"accept-language, authorization"),
        ]
        if length is not None:
            headers.append((b"content-length", b"%d" % length))
        await self({"type": "http.response.start", "status": 200, "headers": headers})

    async def piece(self, body: bytes, *, last: bool = False) -> None:
        """Give one piece of the file; the last one where its length was said."""
        if last:
            self._finish()
        await self({"type": "http.response.body", "body": body, "more_body": True})

    async def end(self) -> None:
        """Say that the file is whole."""
        self._finish()
        await self({"type": "http.response.body", "body": b""})

    def _finish(self) -> None:
        self.ended = True
        self.at_last()

    async def __call__(self, message: Any) -> None:
        """Send one message, and wait no longer than patience lasts."""
        try:
            async with asyncio.timeout(self._patience):
                await self._send(message)
        except TimeoutError:
            raise Left from None


@asynccontextmanager
async def listening(receive: Receive, sent: Sent) -> AsyncIterator[None]:
    """Stop the work when the caller leaves before the file is whole."""
    work = asyncio.current_task()
    gone = False

    async def listen() -> None:
        nonlocal gone
        while (await receive())["type"] != "http.disconnect":
            pass
        if work and not sent.ended:
            gone = True
            work.cancel()

    listener = asyncio.create_task(listen())
    try:
        yield
    except asyncio.CancelledError:
        if gone and work and not work.uncancel():
            raise Left from None
        raise
    finally:
        listener.cancel()

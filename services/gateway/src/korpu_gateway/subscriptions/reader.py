"""The messages of one WebSocket: in their order, and read ahead while an operation waits for its turn."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from korpu_chassis.http.middleware import Receive
from korpu_gateway.subscriptions.read_ahead import ReadAhead


class Reader:
    """What a client says, message by message."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._ahead = ReadAhead()
        self._next: asyncio.Task[Any] | None = None
        self._over = False

    async def message(self) -> dict[str, Any] | None:
        """The next message, empty when it is none that the protocol knows; None once the client is gone."""
        if (told := self._ahead.next()) is not None or self._over:
            return told
        await asyncio.wait({self._hearing()})
        self._take()
        return self._ahead.next()

    async def until_given_up(self, id: str, work: Coroutine[Any, Any, None]) -> bool:
        """Do the work of an operation; cancelled, and False, when the client completes it or leaves meanwhile."""
        task = asyncio.create_task(work)
        try:
            while not task.done():
                if self._over or self._ahead.takes_back(id):
                    return False
                ends: set[asyncio.Task[Any]] = {task} if self._ahead.is_full else {task, self._hearing()}
                await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
                self._take()
        finally:
            task.cancel()
            await asyncio.wait({task})
        task.result()
        return True

    def close(self) -> None:
        """Listen no more, and keep nothing of what was heard."""
        if self._next:
            self._next.cancel()
        self._ahead.clear()

    def _hearing(self) -> asyncio.Task[Any]:
        if self._next is None:
            self._next = asyncio.ensure_future(self._receive())
        return self._next

    def _take(self) -> None:
        """Keep what has come in."""
        if self._next is None or not self._next.done():
            return
        message, self._next = self._next.result(), None
        if message["type"] == "websocket.receive":
            self._ahead.put(message.get("text") or "")
        else:
            self._over = True

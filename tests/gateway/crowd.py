"""A crowd that watches from a process of its own: bare sockets, so that the crowd is never what is slow."""

import asyncio
import base64
import os
import re
import struct
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import uvloop

SAID = re.compile(rb'"id":"[a-z_]+:([0-9a-f-]{36})","version":(\d+)')
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Member(asyncio.Protocol):
    """One WebSocket that notes what it is told, and when."""

    def __init__(self, host: str, token: str, query: str) -> None:
        self._host = host
        self._token = token
        self._query = query
        self._unread = bytearray()
        self._open = False
        self.watches = asyncio.get_running_loop().create_future()
        self.told: list[tuple[float, str, int]] = []
        self.resyncs = 0

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /graphql HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        now = time.time()
        self._unread += data
        if not self._open:
            head, found, rest = bytes(self._unread).partition(b"\r\n\r\n")
            if not found:
                return
            assert b" 101 " in head.split(b"\r\n")[0], head
            self._open, self._unread = True, bytearray(rest)
            self._say(type="connection_init", payload={"authorization": f"Bearer {self._token}"})
            self._say(id="1", type="subscribe", payload={"query": self._query})
            self._say(type="ping")
        for kind, payload in self._frames():
            self._hear(kind, payload, now)

    def connection_lost(self, reason: Exception | None) -> None:
        if not self.watches.done():
            self.watches.set_exception(reason or ConnectionError("closed"))

    def _frames(self) -> Any:
        while len(self._unread) >= 2:
            kind, length, start = self._unread[0] & 15, self._unread[1] & 127, 2
            if length == 126 and len(self._unread) >= 4:
                (length,), start = struct.unpack_from("!H", self._unread, 2), 4
            if length > 65_535 or len(self._unread) < start + length:
                return
            payload = bytes(self._unread[start : start + length])
            del self._unread[: start + length]
            yield kind, payload

    def _hear(self, kind: int, payload: bytes, now: float) -> None:
        if kind == PING:
            self._frame(PONG, payload)
        elif kind == TEXT and (said := SAID.search(payload)):
            self.told.append((now, said[1].decode(), int(said[2])))
        elif kind == TEXT and b'"pong"' in payload:
            self.watches.set_result(None)
        elif kind == TEXT and b"resync" in payload:
            self.resyncs += 1

    def _say(self, **message: Any) -> None:
        self._frame(TEXT, orjson.dumps(message))

    def _frame(self, kind: int, payload: bytes) -> None:
        length = len(payload)
        size = bytes([128 | length]) if length < 126 else b"\xfe" + struct.pack("!H", length)
        self._transport.write(bytes([128 | kind]) + size + b"\0\0\0\0" + payload)


async def crowd(address: str, file: str, query: str) -> None:
    """Watch with every token of the file; say when all do, and write down what they heard when told to stop."""
    where, loop = urlsplit(address), asyncio.get_running_loop()
    tokens = Path(file).read_text().split()  # noqa: ASYNC240 -- nothing else happens yet
    members: deque[Member] = deque()
    for token in tokens:
        member = Member(where.netloc, token, query)
        await loop.create_connection(lambda each=member: each, where.hostname or "", where.port or 80)  # type: ignore[misc]
        await member.watches
        members.append(member)
    sys.stdout.write("watching\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.readline)
    heard = {"told": [member.told for member in members], "resyncs": sum(member.resyncs for member in members)}
    sys.stdout.buffer.write(orjson.dumps(heard) + b"\n")


if __name__ == "__main__":
    uvloop.run(crowd(*sys.argv[1:]))

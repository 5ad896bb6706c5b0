"""An upload: taken in pieces, looked into, kept once, and written down for whoever brought it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Request
from prometheus_client import Counter
from pydantic import BaseModel
from starlette.requests import ClientDisconnect

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller, Places
from korpu_documents.attachments import Sha256
from korpu_documents.content import media_type_of
from korpu_documents.names import name_in
from korpu_documents.refusals import FileTooLarge, UploadBroken, UploadTooSlow
from korpu_documents.store import LARGEST, Arrived, Objects

STORED = Counter("korpu_files_stored_bytes", "Bytes of files that were taken and kept")
REFUSED = Counter("korpu_files_refused", "Files that were not taken", ["code"])
GIVEN = Counter("korpu_files_given_bytes", "Bytes of files that were fetched by links")

AT_ONCE = 8
MOST_WAITING = 64
EACH = 3
LONGEST_SILENCE = 15.0
LONGEST_UPLOAD = 120.0


class Uploaded(BaseModel):
    """What was taken: name it in a command by its hash, within a day."""

    sha256: Sha256
    media_type: str
    size: int


class Turns:
    """So many uploads at once as memory bears; the others wait, and none holds its turn by being slow."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._places = Places("uploads", MOST_WAITING, strangers=0, each=EACH)

    @asynccontextmanager
    async def turn(self, principal: Principal) -> AsyncIterator[None]:
        """One of the turns, when it comes; nobody waits for more than a few."""
        with self._places.place(Caller.of(principal)):
            async with self._free:
                yield


async def pieces_of(request: Request) -> AsyncIterator[bytes]:
    """The body as it comes in; long silences and endless uploads are refused."""
    ends = time.monotonic() + LONGEST_UPLOAD
    stream = request.stream().__aiter__()
    while True:
        try:
            left = min(LONGEST_SILENCE, ends - time.monotonic())
            piece = await asyncio.wait_for(anext(stream), left)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise UploadTooSlow from None
        except ClientDisconnect:
            raise UploadBroken from None
        yield piece


def refuse_announced(request: Request) -> None:
    """Refuse what says itself that it is too large, before reading any of it."""
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or int(length) > LARGEST:
        raise FileTooLarge


async def looked_into(objects: Objects, arrived: Arrived, request: Request) -> str:
    """The media type of an arrived file, found in a thread: an archive is unpacked to look into it."""
    declared, name = request.headers.get("content-type"), name_in(request.headers.get("content-disposition"))

    def look() -> str:
        with objects.reading(arrived.place) as file:
            return media_type_of(file, arrived.size, declared, name)

    return await asyncio.to_thread(look)

"""The object store: content under its own hash, written once, looked at again whenever it is read."""

import hashlib
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import uuid4

import obstore
import structlog
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store
from typing_extensions import override

from korpu_chassis.stopping import Stopping
from korpu_documents.refusals import FileEmpty, FilesAway, FilesFull, FileTooLarge

log = structlog.get_logger()

LARGEST = 25 * 1024 * 1024
PART = 5 * 1024 * 1024
PIECE = 256 * 1024
INCOMING, KEPT, UNSETTLED = "incoming", "kept", "unsettled"
FULL = ("No space left", "StorageFull", "QuotaExceeded", "EntityTooLarge", "XMinioStorageFull")
KNOWN = {"endpoint", "region"}

Store = LocalStore | S3Store


class Damaged(Exception):
    """What is kept is not what was put in."""


@dataclass(frozen=True)
class Arrived:
    """A file that came in whole, still under a name of its own."""

    place: str
    sha256: str
    size: int


class _Content(io.RawIOBase):
    """A stored file as Python reads files: the store's own pieces are no bytes, and archives cannot be opened so."""

    def __init__(self, file: Any) -> None:
        self._file = file

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any) -> int:
        piece = memoryview(self._file.read(len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)

    @override
    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._file.seek(offset, whence))

    @override
    def tell(self) -> int:
        return int(self._file.tell())


class Objects:
    """Files by the hash of their content, in a folder or in an S3 bucket."""

    def __init__(self, store: Store, part: int) -> None:
        self.store = store
        self._part = part

    @classmethod
    def at(cls, url: str) -> "Objects":
        """The store that a setting names; one that cannot be is said to be wrong, without its credentials."""
        try:
            if url.startswith("file:///"):
                return cls(LocalStore(unquote(urlsplit(url).path), mkdir=True), PIECE)
            return cls(_bucket(url), PART)
        except (BaseError, OSError, ValueError) as reason:
            raise Stopping(f"KORPU_FILES does not name a store that can be opened ({type(reason).__name__})") from None

    async def check(self) -> None:
        """See that files can be written and taken away again, or end the start."""
        place = f"{INCOMING}/{uuid4()}"
        try:
            await obstore.put_async(self.store, place, b"?")
            await obstore.delete_async(self.store, place)
        except (BaseError, OSError) as reason:
            raise Stopping(f"KORPU_FILES names a store that cannot be written ({type(reason).__name__})") from None

    async def take(self, pieces: AsyncIterator[bytes]) -> Arrived:
        """Write a file down while it comes in; whatever is not whole leaves nothing behind."""
        place, digest, size = f"{INCOMING}/{uuid4()}", hashlib.sha256(), 0

        async def counted() -> AsyncIterator[bytes]:
            nonlocal size
            async for piece in pieces:
                size += len(piece)
                if size > LARGEST:
                    raise FileTooLarge
                digest.update(piece)
                if piece:
                    yield piece
            if not size:
                raise FileEmpty

        with self._told():
            await obstore.put_async(
                self.store, place, counted(), use_multipart=True, chunk_size=self._part, max_concurrency=1
            )
        return Arrived(place, digest.hexdigest(), size)

    @contextmanager
    def reading(self, place: str) -> Iterator[Any]:
        """An arrived file, to be looked into by a thread."""
        with self._told():
            file = obstore.open_reader(self.store, place)
            try:
                yield io.BufferedReader(_Content(file))
            finally:
                file.close()

    async def keep(self, arrived: Arrived) -> None:
        """Give an arrived file its lasting name, unless its content is there already; one at a time for each hash."""
        with self._told():
            if await self.holds(arrived.sha256):
                await obstore.delete_async(self.store, arrived.place)
            else:
                await obstore.rename_async(self.store, arrived.place, place_of(arrived.sha256))

    async def discard(self, arrived: Arrived) -> None:
        """Forget an arrived file that is not kept."""
        with suppress(BaseError, OSError):
            await obstore.delete_async(self.store, arrived.place)

    async def holds(self, sha256: str) -> bool:
        """Say whether this content is kept."""
        with self._told():
            try:
                await obstore.head_async(self.store, place_of(sha256))
            except FileNotFoundError:
                return False
        return True

    async def kept(self) -> AsyncIterator[str]:
        """The hashes of all that is kept."""
        with self._told():
            async for page in obstore.list(self.store, f"{KEPT}/"):
                for each in page:
                    yield PurePosixPath(each["path"]).name

    async def remove(self, sha256: str) -> None:
        """Take content away; what is not there is gone already."""
        with self._told(), suppress(FileNotFoundError):
            await obstore.delete_async(self.store, place_of(sha256))

    async def read(self, sha256: str) -> AsyncIterator[bytes]:
        """The content in pieces; the last one is given out only when all of it has the hash that it is kept under."""
        digest, held = hashlib.sha256(), b""
        with self._told():
            found = await obstore.get_async(self.store, place_of(sha256))
            async for piece in found.stream(min_chunk_size=PIECE):
                digest.update(piece)
                if held:
                    yield held
                held = bytes(piece)
        if digest.hexdigest() != sha256:
            log.error("file.damaged", sha256=sha256)
            raise Damaged
        yield held

    async def unsettle(self, sha256: str) -> None:
        """Note that this content is about to be kept, and that nobody knows yet whether it stays."""
        with self._told():
            await obstore.put_async(self.store, f"{UNSETTLED}/{sha256}", b"?")

    async def unsettled(self, before: datetime) -> list[str]:
        """The hashes of what was noted so before this moment."""
        with self._told():
            return [
                PurePosixPath(each["path"]).name
                async for page in obstore.list(self.store, f"{UNSETTLED}/")
                for each in page
                if each["last_modified"] < before
            ]

    async def settle(self, sha256: str) -> None:
        """Forget the note: it is known what became of the content."""
        with self._told(), suppress(FileNotFoundError):
            await obstore.delete_async(self.store, f"{UNSETTLED}/{sha256}")

    async def forget_incoming(self, before: datetime) -> int:
        """Take away what began to come in before this moment and never arrived."""
        gone = 0
        with self._told():
            async for page in obstore.list(self.store, f"{INCOMING}/"):
                late = [each["path"] for each in page if each["last_modified"] < before]
                for place in late:
                    await obstore.delete_async(self.store, place)
                gone += len(late)
        return gone

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the store says, in the office's words; its own may hold addresses."""
        try:
            yield
        except FileNotFoundError:
            raise
        except (BaseError, OSError) as reason:
            full = any(word in str(reason) for word in FULL)
            log.warning("files.full" if full else "files.away", away="files", kind=type(reason).__name__)
            raise (FilesFull if full else FilesAway) from None


def place_of(sha256: str) -> str:
    """Where content of this hash is kept."""
    return f"{KEPT}/{sha256[:2]}/{sha256}"


def _bucket(url: str) -> S3Store:
    given = urlsplit(url)
    asked = parse_qs(given.query, strict_parsing=bool(given.query))
    if not given.netloc or not set(asked) <= KNOWN or given.username or given.password:
        raise ValueError
    settings: dict[str, Any] = {name: values[0] for name, values in asked.items()}
    plain = str(settings.get("endpoint", "")).startswith("http://")
    return S3Store(
        given.netloc,
        prefix=given.path.strip("/") or None,
        **settings,
        virtual_hosted_style_request=False,
        client_options={"allow_http": plain, "timeout": "30s", "connect_timeout": "3s"},
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=20)},
    )

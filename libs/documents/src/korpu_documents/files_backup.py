"""Files in a backup: content by its hash, copied once, looked at again when it comes back, and compared with rows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from korpu_chassis.recovery.backup import Wrong
from korpu_chassis.recovery.stored_files import Compared, Copied
from korpu_chassis.stopping import Stopping
from korpu_documents.files import FileService
from korpu_documents.refusals import FilesAway, FilesFull
from korpu_documents.store import Damaged, Objects


class FilesBackup:
    """Copies the files of a service to a second store and back; that is a folder, or an address as in `KORPU_FILES`."""

    def __init__(self, service: FileService) -> None:
        self._service = service

    @property
    def tables(self) -> tuple[str, ...]:
        """Who brought what, and what hangs where."""
        return self._service.tables.uploaded.name, self._service.tables.attached.name

    async def back_up(self, hashes: Iterable[str], place: str) -> Copied:
        """Copy what the second store does not hold yet."""
        with _told():
            return await _copied(hashes, self._service.objects, _store(place))

    async def restore(self, hashes: Iterable[str], place: str) -> Copied:
        """Copy back what is missing or damaged here."""
        with _told():
            objects, source, wanted = self._service.objects, _store(place), sorted(set(hashes))
            for each in wanted:
                if await objects.holds(each) and not await _whole(objects, each):
                    await objects.remove(each)
            return await _copied(wanted, source, objects)

    async def compare(self, hashes: Iterable[str]) -> Compared:
        """Read everything that is kept, and compare it with what rows name."""
        with _told():
            objects, named = self._service.objects, set(hashes)
            kept = {each async for each in objects.kept()}
            damaged = [each for each in sorted(kept) if not await _whole(objects, each)]
        return Compared(len(kept), sorted(named - kept), damaged, sorted(kept - named))


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with a store, for operators."""
    try:
        yield
    except Stopping as reason:
        raise Wrong(str(reason)) from None
    except (FilesAway, FilesFull) as reason:
        raise Wrong(f"a store of files cannot be used now ({reason.code}); what was copied stays") from None


async def _copied(hashes: Iterable[str], source: Objects, target: Objects) -> Copied:
    copied, there, failed = 0, 0, {}
    for each in sorted(set(hashes)):
        if await target.holds(each):
            there += 1
        elif why := await _copy(each, source, target):
            failed[each] = why
        else:
            copied += 1
    return Copied(copied, there, failed)


async def _copy(sha256: str, source: Objects, target: Objects) -> str | None:
    try:
        await target.keep(await target.take(source.read(sha256)))
    except FileNotFoundError:
        return "absent"
    except Damaged:
        return "damaged"
    return None


async def _whole(objects: Objects, sha256: str) -> bool:
    try:
        async for _ in objects.read(sha256):
            pass
    except Damaged:
        return False
    return True


def _store(place: str) -> Objects:
    try:
        return Objects.at(place if urlsplit(place).scheme in {"s3", "file"} else Path(place).resolve().as_uri())
    except Stopping:
        raise Wrong("--files does not name a store that can be opened") from None

"""The object store, in a folder and in a bucket: one behaviour, whichever it is."""

import hashlib
import subprocess
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from korpu_chassis.stopping import Stopping
from korpu_documents.refusals import FileEmpty, FilesAway, FilesFull, FileTooLarge
from korpu_documents.store import LARGEST, Damaged, Objects
from tests.documents.bucket import bucket

PIECE = b"k" * 1024 * 1024


@pytest.fixture(scope="module")
def buckets() -> Iterator[str]:
    """The address of an S3 server; each test makes a bucket's folder of its own."""
    with bucket() as address:
        yield address


@pytest.fixture(params=["folder", "bucket"])
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> Objects:
    if request.param == "folder":
        return Objects.at(tmp_path.as_uri())
    address = request.getfixturevalue("buckets")
    return Objects.at(f"s3://files/{tmp_path.name}?endpoint={address}&region=us-east-1")


async def pieces(*given: bytes) -> AsyncIterator[bytes]:
    for each in given:
        yield each


async def whole(objects: Objects, sha256: str) -> bytes:
    return b"".join([piece async for piece in objects.read(sha256)])


async def test_what_is_kept_is_read_again(objects: Objects) -> None:
    await objects.check()
    arrived = await objects.take(pieces(b"one ", b"", b"two"))
    assert arrived.sha256 == hashlib.sha256(b"one two").hexdigest()
    assert not await objects.holds(arrived.sha256)

    await objects.keep(arrived)

    assert await whole(objects, arrived.sha256) == b"one two"


async def test_a_large_file_goes_in_and_out_in_pieces(objects: Objects) -> None:
    arrived = await objects.take(pieces(*[PIECE] * 25))
    await objects.keep(arrived)

    assert arrived.size == LARGEST
    assert await whole(objects, arrived.sha256) == PIECE * 25


async def test_the_same_content_is_there_once(objects: Objects) -> None:
    for _ in range(2):
        await objects.keep(await objects.take(pieces(b"same")))

    # Of what came in nothing is left but the one that is kept.
    assert await objects.forget_incoming(datetime.now(UTC) + timedelta(hours=1)) == 0
    assert await objects.holds(hashlib.sha256(b"same").hexdigest())


@pytest.mark.parametrize(("given", "refusal"), [([PIECE] * 25 + [b"k"], FileTooLarge), ([], FileEmpty)])
async def test_what_is_refused_leaves_nothing(objects: Objects, given: list[bytes], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        await objects.take(pieces(*given))

    assert await objects.forget_incoming(datetime.now(UTC) + timedelta(hours=1)) == 0


async def test_what_breaks_off_leaves_nothing(objects: Objects) -> None:
    async def broken() -> AsyncIterator[bytes]:
        for _ in range(7):
            yield PIECE
        raise ConnectionResetError

    with pytest.raises(FilesAway):
        await objects.take(broken())

    assert await objects.forget_incoming(datetime.now(UTC) + timedelta(hours=1)) == 0


async def test_what_was_left_lying_is_forgotten_when_it_is_old(objects: Objects) -> None:
    await objects.take(pieces(b"left"))

    assert await objects.forget_incoming(datetime.now(UTC) - timedelta(hours=1)) == 0
    assert await objects.forget_incoming(datetime.now(UTC) + timedelta(hours=1)) == 1


async def test_what_is_unsettled_is_listed_when_it_is_old_until_it_is_settled(objects: Objects) -> None:
    sha256 = "f" * 64
    await objects.unsettle(sha256)

    soon = await objects.unsettled(datetime.now(UTC) - timedelta(hours=1))
    late = await objects.unsettled(datetime.now(UTC) + timedelta(hours=1))
    for _ in range(2):
        await objects.settle(sha256)

    assert sha256 not in soon
    assert sha256 in late
    assert sha256 not in await objects.unsettled(datetime.now(UTC) + timedelta(hours=1))


async def test_what_is_removed_is_gone_and_may_be_removed_again(objects: Objects) -> None:
    arrived = await objects.take(pieces(b"gone"))
    await objects.keep(arrived)

    for _ in range(2):
        await objects.remove(arrived.sha256)

    assert not await objects.holds(arrived.sha256)


async def test_an_arrived_file_can_be_looked_into_anywhere(objects: Objects) -> None:
    arrived = await objects.take(pieces(b"0123456789"))

    with objects.reading(arrived.place) as file:
        file.seek(4)
        assert bytes(file.read(3)) == b"456"


async def test_content_that_is_not_what_its_hash_says_is_not_given_out(objects: Objects) -> None:
    arrived = await objects.take(pieces(b"other"))
    other = "0" * 64
    await objects.keep(type(arrived)(arrived.place, other, arrived.size))

    with pytest.raises(Damaged):
        await whole(objects, other)


@pytest.mark.parametrize(
    "url",
    ["file:///proc/none", "s3://", "s3://bucket?nonsense=1", "s3://name:secret@bucket", "s3://bucket?endpoint"],
)
def test_a_setting_that_names_no_store_ends_the_start_without_telling_it(url: str) -> None:
    with pytest.raises(Stopping, match="KORPU_FILES does not name a store") as said:
        Objects.at(url)

    assert "secret" not in str(said.value)


@pytest.mark.usefixtures("buckets")
async def test_a_store_that_cannot_be_written_ends_the_start() -> None:
    with pytest.raises(Stopping, match="cannot be written"):
        await Objects.at("s3://files?endpoint=http://127.0.0.1:1&region=us-east-1").check()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only an administrator can have one made."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("this system lets nobody mount a small disk")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


async def test_a_full_disk_is_said_and_nothing_is_lost(small_disk: Path) -> None:
    objects = Objects.at(small_disk.as_uri())
    kept = await objects.take(pieces(b"here before"))
    await objects.keep(kept)

    with pytest.raises(FilesFull):
        await objects.take(pieces(*[PIECE] * 3))

    assert await whole(objects, kept.sha256) == b"here before"
    await objects.keep(await objects.take(pieces(b"room again")))

"""How an export ends when it cannot go on: nobody takes a part for the whole, and nobody works for nobody."""

import asyncio
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.refusals import Unavailable
from tests.gateway.conftest import OFFICER, Gateway
from tests.gateway.exports.desk import Desk, a_desk


async def furnished(gateway: Gateway, many: int = 450) -> None:
    await gateway.hears("organisation", *(gateway.library.organisation(status="active") for _ in range(many)))


class Caller:
    """A caller on a raw wire, who may be slow, leave, or see the database go."""

    def __init__(self, desk: Desk, form: str) -> None:
        desk.people.known["officer"] = OFFICER
        self.desk, self.pieces, self.left = desk, list[bytes](), asyncio.Event()
        self.scope: dict[str, Any] = {
            "type": "http",
            "method": "GET",
            "path": f"/exports/organisations.{form}",
            "query_string": b"",
            "headers": [(b"authorization", b"officer"), (b"accept-language", b"en")],
        }
        self._asked = False

    async def receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def takes(self, message: Any) -> None:
        if message.get("body"):
            self.pieces.append(message["body"])
            await self.after(len(self.pieces))

    async def after(self, taken: int) -> None:
        """What happens when so many pieces have come."""

    async def comes(self) -> None:
        await self.desk.exports(self.scope, self.receive, self.takes)


class Leaver(Caller):
    """Leaves in the middle."""

    async def after(self, taken: int) -> None:
        if taken == 2:
            self.left.set()
            await asyncio.sleep(0.05)


class Sleeper(Caller):
    """Takes the first pieces and nothing more."""

    def __init__(self, desk: Desk, form: str) -> None:
        super().__init__(desk, form)
        self.asleep = asyncio.Event()

    async def after(self, taken: int) -> None:
        if taken == 2:
            self.asleep.set()
            await asyncio.sleep(3600)


class Witness(Caller):
    """Sees the database end the session in the middle."""

    async def after(self, taken: int) -> None:
        if taken == 2:
            pool = self.desk.exports._pool  # noqa: SLF001 - whose lines are cut
            await pool.fetch(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND state = 'idle in transaction'"
            )


async def test_a_list_goes_out_page_by_page(gateway: Gateway) -> None:
    await furnished(gateway)
    caller = Caller(a_desk(gateway), "csv")

    await caller.comes()

    assert len(caller.pieces) == 1 + 5
    assert b"".join(caller.pieces).count(b"\r\n") == 451


async def test_who_leaves_stops_the_work_and_frees_the_place(gateway: Gateway) -> None:
    await furnished(gateway)
    desk = a_desk(gateway, places=1)
    caller = Leaver(desk, "csv")

    await asyncio.wait_for(caller.comes(), 10)

    assert len(caller.pieces) < 4
    assert (await desk.asks("organisations.csv", OFFICER)).status_code == 200


async def test_who_leaves_while_a_workbook_is_made_leaves_nothing_behind(gateway: Gateway, disk: Path) -> None:
    await furnished(gateway)
    desk = a_desk(gateway, places=1)
    caller = Caller(desk, "xlsx")
    work = asyncio.create_task(caller.comes())
    while not left_on(disk):  # noqa: ASYNC110 - a file tells nobody that it begins
        await asyncio.sleep(0)

    caller.left.set()
    await asyncio.wait_for(work, 10)

    assert (caller.pieces, left_on(disk)) == ([], [])
    assert (await desk.asks("organisations.csv", OFFICER)).status_code == 200


async def test_a_full_disk_is_told_before_the_first_byte_and_leaves_nothing_behind(
    gateway: Gateway, disk: Path
) -> None:
    await furnished(gateway)
    desk = a_desk(gateway, places=1)

    with no_file_longer_than(20_000):
        refused = await desk.asks("organisations.xlsx", OFFICER)

    assert (refused.status_code, refused.json()["code"]) == (507, "no-room-for-export")
    assert left_on(disk) == []
    assert (await desk.asks("organisations.xlsx", OFFICER)).status_code == 200


async def test_what_a_killed_process_left_is_swept_out_by_the_next_export(gateway: Gateway, disk: Path) -> None:
    old, young = disk / "korpu-export-old", disk / "korpu-export-young"
    for each in (old, young):
        each.mkdir()
    os.utime(old, (0, 0))

    await a_desk(gateway).asks("organisations.xlsx", OFFICER)

    assert left_on(disk) == ["korpu-export-young"]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where workbooks are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_on(disk: Path) -> list[str]:
    """What stands on the disk now."""
    return [each.name for each in disk.iterdir()]


@contextmanager
def no_file_longer_than(most: int) -> Iterator[None]:
    """A disk on which no file grows longer; as full as a disk can be made in a test."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_reader_who_takes_nothing_is_let_go(gateway: Gateway) -> None:
    await furnished(gateway)
    desk = a_desk(gateway, places=1, patience=0.2)
    caller = Sleeper(desk, "csv")

    await asyncio.wait_for(caller.comes(), 10)

    assert len(caller.pieces) == 2
    assert (await desk.asks("organisations.csv", OFFICER)).status_code == 200


async def test_a_database_that_goes_away_leaves_a_file_that_says_that_it_is_incomplete(gateway: Gateway) -> None:
    await furnished(gateway)
    caller = Witness(a_desk(gateway), "csv")

    with pytest.raises(Unavailable):
        await asyncio.wait_for(caller.comes(), 10)

    assert caller.pieces[-1] == b"THIS FILE IS INCOMPLETE: it could not be finished\r\n"


async def test_there_are_few_places_and_strangers_leave_one_free(gateway: Gateway) -> None:
    await furnished(gateway)
    desk = a_desk(gateway, places=1)
    caller = Sleeper(desk, "csv")
    busy = asyncio.create_task(caller.comes())
    await caller.asleep.wait()

    refused = await desk.asks("organisations.xlsx", OFFICER)
    caller.left.set()
    await asyncio.wait_for(busy, 10)

    assert (refused.status_code, refused.json()["code"]) == (503, "too-many-exports")


class Hurrier(Caller):
    """Comes again in the very moment in which the last byte is there; nobody listens to the wire any more then."""

    def __init__(self, desk: Desk, form: str) -> None:
        super().__init__(desk, form)
        self.form, self.again, self._length, self._taken = form, 0, -1, 0

    async def takes(self, message: Any) -> None:
        await super().takes(message)
        self._length = int(dict(message.get("headers", ())).get(b"content-length", self._length))
        self._taken += len(message.get("body", b""))
        whole = self._taken == self._length or (self._length < 0 and "body" in message and not message.get("more_body"))
        if whole and not self.again:
            self.left.set()
            self.again = (await self.desk.asks(f"organisations.{self.form}", OFFICER)).status_code


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_an_export_frees_its_place_with_its_last_byte(form: str, gateway: Gateway) -> None:
    await furnished(gateway, 3)
    caller = Hurrier(a_desk(gateway, places=1), form)

    await asyncio.wait_for(caller.comes(), 10)

    assert caller.again == 200

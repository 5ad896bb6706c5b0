"""A backup is the whole database of one moment; restored into an empty one it is the same, and a new epoch begins."""

import gzip
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from orjson import loads

from korpu_chassis.process.operations import operations
from korpu_chassis.recovery.backup import MANIFEST, Wrong, back_up, restore
from korpu_events.app import service
from tests.administrator import as_owner
from tests.conftest import Database as Fresh
from tests.events.delegations import a_visit
from tests.office import Office


async def rows(dsn: str, query: str) -> list[Any]:
    connection = await asyncpg.connect(dsn)
    try:
        return [tuple(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


ALL = "SELECT id, version, status, programme FROM visit ORDER BY id"


async def test_what_is_restored_is_what_was_backed_up_and_readers_will_believe_it(
    office: Office, database: Fresh, tmp_path: Path
) -> None:
    first, second = await a_visit(office, "confirmed"), await a_visit(office, "requested")
    made = await back_up(office.database.dsn, "events", tmp_path / "backup")
    kept = await rows(office.database.dsn, ALL)
    await office.does("officer", "CancelVisit", id=second["id"], reason="No")
    empty = await database("events")

    assert await operations(service)["restore"](as_owner(empty), [str(tmp_path / "backup")]) == 0

    assert await rows(empty, ALL) == kept
    assert made.tables["visit"].rows == 2
    assert await rows(empty, "SELECT number FROM epoch") == [(1,)]
    said = "SELECT key, epoch, body FROM outbox WHERE type LIKE '%restated%'"
    versions = {str(id): version for id, version, *_ in kept}
    assert {
        key: loads(body)["state"]["version"] for key, epoch, body in await rows(empty, said) if epoch == 1
    } == versions
    assert str(first["id"]) in versions


async def test_a_backup_is_taken_in_by_an_empty_database_alone(office: Office, database: Fresh, tmp_path: Path) -> None:
    await a_visit(office, "requested")
    await back_up(office.database.dsn, "events", tmp_path)

    with pytest.raises(Wrong, match="not empty"):
        await restore(office.database.dsn, "events", tmp_path)
    with pytest.raises(Wrong, match="backup of events, not of partners"):
        await restore(await database("partners"), "partners", tmp_path)


async def test_a_damaged_backup_changes_nothing(office: Office, database: Fresh, tmp_path: Path) -> None:
    await a_visit(office, "requested")
    await back_up(office.database.dsn, "events", tmp_path)
    empty = as_owner(await database("events")).owner_database
    file = tmp_path / "visit.copy.gz"
    whole = file.read_bytes()

    file.write_bytes(gzip.compress(gzip.decompress(whole).replace(b"requested", b"confirmed")))
    with pytest.raises(Wrong, match="visit is not what was backed up"):
        await restore(empty, "events", tmp_path)
    file.write_bytes(whole[:100])
    with pytest.raises(Wrong, match="cannot be read"):
        await restore(empty, "events", tmp_path)
    (tmp_path / MANIFEST).unlink()
    with pytest.raises(Wrong, match="no whole backup"):
        await restore(empty, "events", tmp_path)

    assert await rows(empty, "SELECT id FROM visit") == []


async def test_a_backup_of_another_form_of_the_database_is_refused(
    office: Office, database: Fresh, tmp_path: Path
) -> None:
    await back_up(office.database.dsn, "events", tmp_path)
    manifest = (tmp_path / MANIFEST).read_text()
    (tmp_path / MANIFEST).write_text(manifest.replace("furniture_", "furniture_9"))

    with pytest.raises(Wrong, match="run migrate"):
        await restore(await database("events"), "events", tmp_path)

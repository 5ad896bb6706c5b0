"""A backup holds the files that rows name, each content once; what comes back is what it was, or is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from structlog.testing import capture_logs

from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.process.operations import operations
from korpu_documents.store import Objects, place_of
from korpu_partners.app import service
from korpu_partners.files import files
from tests.administrator import as_owner
from tests.conftest import Database as Fresh
from tests.documents import samples
from tests.office import Office
from tests.partners.bringing import brings

OTHER = samples.PDF + b"\n% another"


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Iterator[Path]:
    """A store of this test's own."""
    with files.on(Objects.at((tmp_path / "store").as_uri())):
        yield tmp_path / "store"


async def brought(office: Office, content: bytes) -> str:
    return str((await brings(office, content)).json()["sha256"])


async def tool(name: str, dsn: str, *words: object) -> int:
    settings = as_owner(dsn) if name == "restore" else StoreSettings(database=dsn)
    return await operations(service)[name](settings, [str(each) for each in words])


async def backed_up(office: Office, folder: Path, pool: Path) -> int:
    return await tool("backup", office.database.dsn, folder, "--files", pool)


def names(pool: Path) -> set[str]:
    return {each.name for each in pool.glob("kept/*/*")}


async def test_files_come_back_into_an_empty_place(
    office: Office, database: Fresh, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = await brought(office, samples.PDF), await brought(office, OTHER)
    assert await backed_up(office, tmp_path / "monday", tmp_path / "pool") == 0
    assert names(tmp_path / "pool") == {one, other}

    with files.on(Objects.at((tmp_path / "empty").as_uri())):
        empty = await database("partners")
        assert await tool("restore", empty, tmp_path / "monday", "--files", tmp_path / "pool") == 0

    assert (tmp_path / "empty" / place_of(one)).read_bytes() == samples.PDF
    assert names(tmp_path / "empty") == {one, other}
    assert "2 files are kept: 0 absent, 0 damaged, 0 unnamed" in capsys.readouterr().out


async def test_a_second_backup_copies_what_is_new_alone(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = await brought(office, samples.PDF)
    await backed_up(office, tmp_path / "monday", tmp_path / "pool")
    kept = (tmp_path / "pool" / place_of(one)).stat().st_mtime_ns
    await brought(office, OTHER)
    capsys.readouterr()

    assert await backed_up(office, tmp_path / "tuesday", tmp_path / "pool") == 0

    assert "1 files were copied, 1 were there already, 0 could not be" in capsys.readouterr().out
    assert (tmp_path / "pool" / place_of(one)).stat().st_mtime_ns == kept


async def test_what_the_backup_holds_damaged_is_never_given_back(
    office: Office, database: Fresh, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = await brought(office, samples.PDF), await brought(office, OTHER)
    await backed_up(office, tmp_path / "monday", tmp_path / "pool")
    (tmp_path / "pool" / place_of(one)).write_bytes(b"rotten")
    (tmp_path / "pool" / place_of(other)).unlink()

    with files.on(Objects.at((tmp_path / "empty").as_uri())):
        empty = await database("partners")
        assert await tool("restore", empty, tmp_path / "monday", "--files", tmp_path / "pool") == 1

    told = capsys.readouterr().out
    assert f"{one} damaged\n" in told
    assert f"{other} absent\n" in told
    assert names(tmp_path / "empty") == set()


async def test_a_damaged_file_is_replaced_by_the_backups(
    office: Office, database: Fresh, store: Path, tmp_path: Path
) -> None:
    one = await brought(office, samples.PDF)
    await backed_up(office, tmp_path / "monday", tmp_path / "pool")
    (store / place_of(one)).write_bytes(b"rotten")

    assert await tool("restore", await database("partners"), tmp_path / "monday", "--files", tmp_path / "pool") == 0

    assert (store / place_of(one)).read_bytes() == samples.PDF


async def test_rows_and_files_are_compared_both_ways(
    office: Office, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, bad, unnamed = [await brought(office, samples.PDF + bytes([each])) for each in (49, 50, 51)]
    (store / place_of(gone)).unlink()
    (store / place_of(bad)).write_bytes(b"rotten")
    await forget(office, unnamed)

    capsys.readouterr()

    with capture_logs() as logged:
        assert await tool("verify-files", office.database.dsn) == 1

    assert [line["event"] for line in logged if line["log_level"] == "error"] == ["file.damaged"]
    assert capsys.readouterr().out.splitlines() == [
        "2 files are kept: 1 absent, 1 damaged, 1 unnamed",
        f"{gone} absent",
        f"{bad} damaged",
        f"{unnamed} unnamed",
    ]


async def test_a_file_that_cannot_be_copied_is_told(
    office: Office, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = await brought(office, samples.PDF)
    (store / place_of(gone)).unlink()

    assert await backed_up(office, tmp_path / "monday", tmp_path / "pool") == 1

    assert f"{gone} absent" in capsys.readouterr().out


async def test_a_place_that_is_no_store_is_refused(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")

    assert await backed_up(office, tmp_path / "monday", tmp_path / "file") == 1

    assert "--files does not name a store that can be opened" in capsys.readouterr().err


async def forget(office: Office, sha256: str) -> Any:
    connection = await asyncpg.connect(office.database.dsn)
    try:
        return await connection.execute("DELETE FROM uploaded_file WHERE sha256 = $1", sha256)
    finally:
        await connection.close()

"""Audit and access log: nobody who serves rewrites them, and whoever does it past the database is found out."""

import asyncio
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
from prometheus_client import REGISTRY
from uuid_utils.compat import uuid7

from korpu_chassis.audit.seals import seal
from korpu_chassis.audit.verification import Break
from korpu_chassis.audit.watch import Watch, broken
from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.persistence.audit_chain import chain_what_is_there
from korpu_chassis.process.operations import operations
from korpu_chassis.recovery.backup import back_up
from korpu_events.app import service
from korpu_local.postgres import Postgres
from tests.administrator import as_owner, past_triggers
from tests.conftest import Database as Fresh
from tests.events.auditing import WHOLE, Tamper, checked, found, ids, look, written
from tests.office import Office


def alarm() -> float | None:
    return REGISTRY.get_sample_value("korpu_audit_broken")


async def test_what_was_written_is_whole_sealed_or_not(office: Office) -> None:
    await written(office)
    assert await found(office) is None

    head = await seal(office.database)
    assert head is not None
    assert await seal(office.database) is None
    await written(office)
    await seal(office.database)

    whole = await checked(office, head.hex())
    assert (whole.broken, whole.looks, whole.seals) == (None, 8, 2)
    assert whole.changes > 8


@pytest.mark.parametrize(
    "taking_out",
    [
        "UPDATE audit SET why = NULL{} WHERE why IS NOT NULL",
        "UPDATE read_log SET purpose = NULL{} WHERE purpose IS NOT NULL",
    ],
)
async def test_free_words_can_be_taken_out_and_not_be_changed(office: Office, taking_out: str) -> None:
    visit, _ = await written(office)
    await office.does("officer", "CancelVisit", id=visit, reason="No")
    await seal(office.database)
    connection = await asyncpg.connect(office.database.dsn)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute(taking_out.format("").replace("NULL", "'Other'", 1))
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute(taking_out.format(", subject = 'other'"))
    assert await connection.execute(taking_out.format("")) != "UPDATE 0"
    await connection.close()

    assert await found(office) is None


@pytest.mark.parametrize(
    "change",
    [
        "subject = 'other'",
        "in_place_of = 'other'",
        "command = 'Other'",
        "fact = 'other'",
        "at = at + interval '1 microsecond'",
        """changes = changes || '{"city": [1, 2]}'""",
        "correlation_id = gen_random_uuid()",
        "aggregate = 'other'",
        "hash = sha256(hash)",
    ],
)
async def test_a_change_that_was_changed_is_found(office: Office, tamper: Tamper, change: str) -> None:
    await written(office)
    [row] = await ids(office, "SELECT id FROM audit ORDER BY id LIMIT 1 OFFSET 1")

    await tamper(f"UPDATE audit SET {change} WHERE id = $1", row)  # noqa: S608 -- the test's own words

    assert await found(office) == Break("audit", str(row), WHOLE)


@pytest.mark.parametrize("change", ["subject = 'other'", "fields = '[]'", "at = at + interval '1 day'", "previous = 7"])
async def test_a_look_that_was_changed_is_found(office: Office, tamper: Tamper, change: str) -> None:
    await written(office)
    row = (await ids(office, "SELECT id FROM read_log ORDER BY id"))[0]

    await tamper(f"UPDATE read_log SET {change} WHERE id = $1", row)  # noqa: S608 -- the test's own words

    place = await found(office)
    assert place is not None
    assert place[:2] == ("read_log", str(row))


async def test_a_row_that_is_gone_is_missed_by_the_next(office: Office, tamper: Tamper) -> None:
    visit, _ = await written(office)
    after = (await ids(office, "SELECT id FROM audit WHERE aggregate_id = :id ORDER BY id", id=visit))[1]

    await tamper("DELETE FROM audit WHERE aggregate_id = $1 AND version = 1", visit)
    assert await found(office) == Break("audit", str(after), "changes before it are missing")


async def test_a_look_that_is_gone_is_missed_by_the_next(office: Office, tamper: Tamper) -> None:
    await written(office)
    first, _, second, _ = await ids(office, "SELECT id FROM read_log ORDER BY id")

    await tamper("DELETE FROM read_log WHERE id = $1", first)

    assert await found(office) == Break("read_log", str(second), "the look before it is missing")


async def test_the_last_change_that_is_gone_is_missed_by_its_visit_before_any_seal(
    office: Office, tamper: Tamper
) -> None:
    visit, _ = await written(office)
    [last] = await ids(office, "SELECT max(version) FROM audit WHERE aggregate_id = :id", id=visit)

    await tamper("DELETE FROM audit WHERE aggregate_id = $1 AND version = $2", visit, last)

    assert await found(office) == Break("visit", str(visit), f"it is at version {last}, audit knows {last - 1}")


@pytest.mark.parametrize(
    "gone",
    [
        ("DELETE FROM audit WHERE aggregate_id = $1 AND version > 1", "UPDATE visit SET version = 1 WHERE id = $1"),
        ("DELETE FROM audit WHERE aggregate_id = $1", "DELETE FROM visit WHERE id = $1"),
        ("DELETE FROM read_log WHERE id = (SELECT max(id) FROM read_log WHERE $1::uuid IS NOT NULL)",),
        ("DELETE FROM read_log WHERE $1::uuid IS NOT NULL",),
    ],
    ids=["a tail", "a whole visit", "the last look", "all looks"],
)
async def test_what_is_gone_with_all_that_tells_of_it_is_missed_by_its_seal(
    office: Office, tamper: Tamper, gone: tuple[str, ...]
) -> None:
    visit, _ = await written(office)
    await seal(office.database)
    for statement in gone:
        await tamper(statement, visit)

    place = await found(office)

    assert place is not None
    assert place.table == "audit_seal"
    assert "are there" in place.what


async def test_seals_that_are_gone_are_missed_by_whoever_keeps_the_last_one(office: Office, tamper: Tamper) -> None:
    await written(office)
    await seal(office.database)
    await look(office, UUID(str(uuid7())))
    head = await seal(office.database)
    await tamper("DELETE FROM audit_seal WHERE id = (SELECT max(id) FROM audit_seal)")
    await tamper("DELETE FROM read_log WHERE id = (SELECT max(id) FROM read_log)")

    assert head is not None
    assert await found(office) is None
    assert await found(office, head.hex()) == Break("audit_seal", head.hex(), "no seal has this hash")


async def test_a_seal_waits_for_rows_that_come_late_with_a_lower_number(office: Office) -> None:
    late = await asyncpg.connect(office.database.dsn)
    begun = late.transaction()
    await begun.start()
    await late.execute(
        "INSERT INTO read_log (at, subject, about, fields) VALUES (now(), 'x', gen_random_uuid(), '[]'::jsonb)"
    )
    await look(office, UUID(str(uuid7())))

    assert await seal(office.database, patience=0) is None
    sealing = asyncio.create_task(seal(office.database))
    await asyncio.sleep(0.5)
    assert not sealing.done()
    await begun.commit()
    await late.close()

    assert await sealing is not None
    assert (await ids(office, "SELECT read_log_rows FROM audit_seal"), await found(office)) == ([2], None)


async def test_many_at_once_are_chained_without_waiting_for_each_other(office: Office) -> None:
    about = [UUID(str(uuid7())) for _ in range(3)]
    await asyncio.gather(*(look(office, *about) for _ in range(8)), *(look(office, *reversed(about)) for _ in range(8)))
    await seal(office.database)

    assert await found(office) is None
    assert (await checked(office)).looks == 48


async def test_rows_of_earlier_releases_are_chained_as_they_stand(office: Office, server: Postgres) -> None:
    await written(office)
    async with past_triggers(server, office.database.dsn) as session:
        for table in ("audit", "read_log"):
            await session.execute(f"ALTER TABLE {table} ALTER COLUMN hash DROP NOT NULL")
        await session.execute("UPDATE audit SET hash = NULL; UPDATE read_log SET hash = NULL, previous = NULL")
    assert await found(office) is not None

    async with past_triggers(server, office.database.dsn) as session:
        for statement in chain_what_is_there():
            await session.execute(statement)

    assert await found(office) is None


async def test_the_command_tells_the_first_break_and_fails(
    office: Office, tamper: Tamper, capsys: pytest.CaptureFixture[str]
) -> None:
    await written(office)
    settings = StoreSettings(database=office.database.dsn)
    assert await operations(service)["verify-audit"](settings, []) == 0
    [row] = await ids(office, "SELECT min(id) FROM audit")
    await tamper("UPDATE audit SET subject = 'other' WHERE id = $1", row)

    assert await operations(service)["verify-audit"](settings, []) == 1

    told = capsys.readouterr()
    assert "are whole; head -" in told.out
    assert told.err == f"audit is broken: audit {row}: {WHOLE}\n"


async def test_what_was_broken_before_the_backup_is_told_after_the_restore(
    office: Office, tamper: Tamper, database: Fresh, tmp_path: Path
) -> None:
    await written(office)
    await seal(office.database)
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    await back_up(office.database.dsn, "events", whole)
    await tamper("UPDATE read_log SET subject = 'other' WHERE id = (SELECT min(id) FROM read_log)")
    await back_up(office.database.dsn, "events", torn)

    restore = operations(service)["restore"]
    assert await restore(as_owner(await database("events")), [str(whole)]) == 0
    assert await restore(as_owner(await database("events")), [str(torn)]) == 1


async def test_the_clock_seals_verifies_and_raises_the_alarm(office: Office, tamper: Tamper) -> None:
    await written(office)
    watch = Watch(service.definitions)
    await watch.sweep(office.database)
    assert (alarm(), (await checked(office)).seals) == (0, 1)

    await tamper("DELETE FROM audit_seal")
    watch = Watch(service.definitions)
    await tamper("DELETE FROM read_log WHERE id = (SELECT min(id) FROM read_log)")
    await watch.sweep(office.database)

    assert alarm() == 1
    broken.set(0)

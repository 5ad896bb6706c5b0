"""Audit, access log and seals take rows and give none back: PostgreSQL keeps who serves from it, triggers the owner."""

import asyncpg
import pytest

from korpu_chassis.audit.seals import seal
from korpu_chassis.configuration.settings import OwnerSettings
from tests.administrator import as_owner
from tests.events.auditing import found, written
from tests.office import Office


@pytest.fixture
def owner(office: Office) -> OwnerSettings:
    return as_owner(office.database.dsn)


@pytest.mark.parametrize("table", ["audit", "read_log", "audit_seal"])
@pytest.mark.parametrize("rewriting", ["UPDATE {} SET id = id + 1000", "DELETE FROM {}", "TRUNCATE {}"])
async def test_not_even_its_owner_rewrites(office: Office, owner: OwnerSettings, table: str, rewriting: str) -> None:
    await written(office)
    await seal(office.database)

    connection = await asyncpg.connect(owner.owner_database)
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match=f"{table} is append-only"):
        await connection.execute(rewriting.format(table))
    await connection.close()

    assert await found(office) is None


@pytest.mark.parametrize("table", ["audit", "read_log", "audit_seal"])
@pytest.mark.parametrize(
    ("rewriting", "refusal"),
    [
        ("UPDATE {} SET hash = hash", "permission denied for table"),
        ("UPDATE {} SET id = id + 1000", "permission denied for table"),
        ("DELETE FROM {}", "permission denied for table"),
        ("TRUNCATE {}", "permission denied for table"),
        ("ALTER TABLE {} DISABLE TRIGGER ALL", "must be owner of table"),
        ("ALTER TABLE {} ADD COLUMN note text", "must be owner of table"),
        ("DROP TABLE {}", "must be owner of table"),
        ("CREATE TRIGGER mine BEFORE INSERT ON {} EXECUTE FUNCTION refuse_rewriting()", "permission denied for table"),
        ("CREATE TABLE {}_mine ()", "permission denied for schema"),
        ("CREATE TEMPORARY TABLE {} ()", "permission denied to create temporary tables"),
        ("CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger RETURN NULL", "permission denied for schema"),
        ("SET session_replication_role = replica", "permission denied to set parameter"),
    ],
)
async def test_postgresql_refuses_who_serves_before_any_trigger(
    office: Office, table: str, rewriting: str, refusal: str
) -> None:
    await written(office)
    await seal(office.database)

    connection = await asyncpg.connect(office.database.dsn)
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match=refusal):
        await connection.execute(rewriting.format(table))
    await connection.close()

    assert await found(office) is None

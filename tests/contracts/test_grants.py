"""The role that serves has the rights that its tables declare, in every database, and none besides."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import copytree

import asyncpg
import pytest

from korpu_chassis.configuration.settings import OwnerSettings
from korpu_chassis.database.grants import APPEND, CHANGE, KEEP
from korpu_gateway.entry_points import to_date
from korpu_local.databases import SERVICES
from korpu_local.fingerprint import fingerprint
from korpu_local.home import ROOT
from tests.administrator import as_owner
from tests.contracts.services import owners

HELD = """
    SELECT relname, coalesce(string_agg(DISTINCT privilege_type, ', '
        ORDER BY privilege_type) FILTER (WHERE grantee::regrole::text = current_user), '') AS held
    FROM pg_class LEFT JOIN LATERAL aclexplode(relacl) ON true
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY relname
"""
COLUMNS = """
    SELECT attrelid::regclass::text AS relname, string_agg(privilege_type || ' (' || attname || ')', ', ') AS held
    FROM pg_attribute CROSS JOIN LATERAL aclexplode(attacl)
    WHERE attacl IS NOT NULL AND attrelid > 16383 AND grantee::regrole::text = current_user GROUP BY attrelid
"""
BESIDES = """
    SELECT 'owns ' || relname FROM pg_class WHERE relowner::regrole::text = current_user
    UNION ALL SELECT 'makes tables' WHERE has_schema_privilege('public', 'CREATE')
    UNION ALL SELECT 'makes schemas' WHERE has_database_privilege(current_database(), 'CREATE')
    UNION ALL SELECT 'makes temporary tables' WHERE has_database_privilege(current_database(), 'TEMPORARY')
    UNION ALL SELECT 'is a superuser' FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolcreaterole)
    UNION ALL SELECT 'is ' || roleid::regrole FROM pg_auth_members WHERE member::regrole::text = current_user
"""
APPENDED = {
    "audit": f"{APPEND}, UPDATE (why)",
    "read_log": f"{APPEND}, UPDATE (purpose)",
    "outbox": f"{APPEND}, UPDATE (sent_at)",
    "audit_seal": APPEND,
    "parking_decision": APPEND,
    "alembic_version": "SELECT",
    "series": KEEP,
}
OF_ONE = {"events": {"report_figures": APPEND}}
"""What one service alone has and never changes."""


def words(rights: str) -> set[str]:
    return set(rights.split(", ")) - {""}


async def rights_of(dsn: str) -> dict[str, set[str]]:
    session = await asyncpg.connect(dsn)
    try:
        held = {row["relname"]: words(row["held"]) for row in await session.fetch(HELD)}
        for row in await session.fetch(COLUMNS):
            held[row["relname"]] |= words(row["held"])
    finally:
        await session.close()
    return held


@pytest.mark.parametrize("service", SERVICES)
async def test_who_serves_may_do_what_the_tables_declare(
    service: str, database: Callable[[str], Awaitable[str]]
) -> None:
    held = await rights_of(await database(service))

    aggregates = {
        definition.table.__tablename__ for each in owners() if each.name == service for definition in each.definitions
    }
    appended = APPENDED | OF_ONE.get(service, {})
    wanted = {name: KEEP if name in aggregates else appended.get(name, CHANGE) for name in held}
    assert held == {name: words(rights) for name, rights in wanted.items()}
    assert held.keys() >= appended.keys() | aggregates


@pytest.mark.parametrize("service", SERVICES)
async def test_who_serves_owns_and_makes_nothing(service: str, database: Callable[[str], Awaitable[str]]) -> None:
    session = await asyncpg.connect(await database(service))

    besides = [row[0] for row in await session.fetch(BESIDES)]
    await session.close()

    assert besides == []


async def test_a_right_that_somebody_gave_by_hand_ends_with_the_next_migration(
    database: Callable[[str], Awaitable[str]],
) -> None:
    dsn = await database("gateway")
    owner = as_owner(dsn)
    session = await asyncpg.connect(owner.owner_database)
    await session.execute("GRANT TRUNCATE, UPDATE (hash) ON audit TO korpu_gateway_serving; CREATE TABLE new ()")
    await session.close()

    await to_date(owner)

    held = await rights_of(dsn)
    assert held["audit"] == words(APPENDED["audit"])
    assert held["new"] == words(CHANGE)


@pytest.mark.parametrize(
    ("role", "refusal"), [("nobody_here", "which is not there"), ("postgres", "may do what the owner may")]
)
async def test_migrate_refuses_a_role_that_could_not_serve_or_could_do_everything(
    database: Callable[[str], Awaitable[str]], role: str, refusal: str
) -> None:
    owner = as_owner(await database("gateway"))
    with pytest.raises(Exception, match=refusal):
        await to_date(owner.model_copy(update={"database": f"postgresql://{role}@localhost/korpu"}))


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("postgresql://korpu:its-own@localhost/korpu", "must name two roles"),
        ("postgresql://korpu_owner:secret@localhost/korpu", "have one password"),
    ],
)
def test_who_serves_is_not_the_owner_and_does_not_know_its_password(owner: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        OwnerSettings(database="postgresql://korpu:secret@localhost/korpu", owner_database=owner)


def test_the_owners_password_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "owner").write_text("p@ss\n")
    monkeypatch.setenv("KORPU_DATABASE", "postgresql://korpu_serving@localhost/korpu")
    monkeypatch.setenv("KORPU_OWNER_DATABASE", "postgresql://korpu@localhost/korpu")
    monkeypatch.setenv("KORPU_OWNER_DATABASE_PASSWORD_FILE", str(tmp_path / "owner"))

    told = OwnerSettings()

    assert told.owner_database == "postgresql://korpu:p%40ss@localhost/korpu"
    assert told.serving_role == "korpu_serving"


@pytest.mark.parametrize(
    ("module", "changed"),
    [
        ("libs/chassis/src/korpu_chassis/persistence/audit_chain.py", set(SERVICES)),
        ("libs/chassis/src/korpu_chassis/messaging/parking.py", set(SERVICES)),
        ("libs/chassis/src/korpu_chassis/database/grants.py", set(SERVICES)),
        ("services/gateway/src/korpu_gateway/readmodel/ddl.py", {"gateway"}),
        ("services/events/src/korpu_events/app.py", set()),
    ],
)
def test_a_template_is_made_anew_for_whatever_makes_tables(tmp_path: Path, module: str, changed: set[str]) -> None:
    for place in ("libs", "services"):
        copytree(ROOT / place, tmp_path / place, ignore=lambda _, names: [n for n in names if n == "contract"])
    before = {service: fingerprint(service, tmp_path) for service in SERVICES}

    with (tmp_path / module).open("a") as file:
        file.write("\nMORE = 1\n")

    assert {service for service in SERVICES if fingerprint(service, tmp_path) != before[service]} == changed
    assert before == {service: fingerprint(service) for service in SERVICES}

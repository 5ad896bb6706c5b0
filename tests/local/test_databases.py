"""The job that makes roles and databases: on an empty server, and on one where a single role did everything."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

import asyncpg
import pytest

from korpu_local.databases import SERVICES, connection, ensure_database, ensure_role, role_of, serving_role_of
from korpu_local.home import Home
from korpu_local.postgres import Postgres, PostgresServer

PASSWORDS = {
    f"KORPU_{whose}_PASSWORD_{service.upper()}": f"it's the {whose} of {service}"
    for whose in ("OWNER", "DATABASE")
    for service in SERVICES
}


@pytest.fixture
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A PostgreSQL of its own: roles are shared by all databases of a server."""
    server = PostgresServer(Home(tmp_path_factory.mktemp("roles")), durable=False)
    yield server.ensure()
    server.program.stop()


def run(module: str, word: str, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KORPU_")} | dict(given)
    return subprocess.run(
        [sys.executable, "-m", module, word], env=environment, check=False, text=True, capture_output=True
    )


async def events(server: Postgres, role: str, whose: str) -> asyncpg.Connection:
    password = PASSWORDS[f"KORPU_{whose}_PASSWORD_EVENTS"]
    return await asyncpg.connect(
        host=server.host, port=server.port, database="korpu_events", user=role, password=password
    )


def migrated(server: Postgres) -> subprocess.CompletedProcess[str]:
    addresses = {
        "KORPU_DATABASE": f"postgresql://{serving_role_of('events')}@{server.host}:{server.port}/korpu_events",
        "KORPU_OWNER_DATABASE": f"postgresql://{role_of('events')}@{server.host}:{server.port}/korpu_events",
        "KORPU_OWNER_DATABASE_PASSWORD": PASSWORDS["KORPU_OWNER_PASSWORD_EVENTS"],
    }
    return run("korpu_events", "migrate", addresses)


@pytest.mark.parametrize("earlier", [False, True], ids=["an empty server", "one role did everything"])
async def test_the_job_and_migrate_give_each_service_an_owner_and_who_serves(alone: Postgres, earlier: bool) -> None:  # noqa: FBT001 -- pytest names it
    if earlier:
        async with connection(alone) as session:
            await session.execute("CREATE ROLE korpu_events LOGIN PASSWORD 'the one of all'")
            await session.execute("CREATE DATABASE korpu_events OWNER korpu_events")
            await session.execute("REVOKE ALL ON DATABASE korpu_events FROM PUBLIC")

    for _ in range(2):
        done = run("korpu_local", "databases", {"KORPU_POSTGRES": alone.dsn(), **PASSWORDS})
        assert (done.returncode, done.stderr) == (0, "")
    assert migrated(alone).returncode == 0

    owner = await events(alone, role_of("events"), "OWNER")
    assert await owner.fetchval("SELECT tableowner FROM pg_tables WHERE tablename = 'audit'") == role_of("events")
    await owner.close()
    serving = await events(alone, serving_role_of("events"), "DATABASE")
    assert await serving.fetchval("SELECT count(*) FROM audit") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for table"):
        await serving.execute("TRUNCATE visit")
    await serving.close()


async def test_an_attempt_that_died_between_a_database_and_its_rights_is_ended_by_the_next(alone: Postgres) -> None:
    async with connection(alone) as session:
        for role in (role_of("events"), serving_role_of("events")):
            await ensure_role(session, role, "secret")
        assert await ensure_database(session, "left", "events")
        await session.execute(f'REVOKE ALL ON DATABASE "left" FROM "{serving_role_of("events")}"')

        assert not await ensure_database(session, "left", "events")

        let_in = "SELECT has_database_privilege($1, 'left', 'CONNECT')"
        assert await session.fetchval(let_in, serving_role_of("events"))
        assert not await session.fetchval(let_in, "pg_monitor")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"KORPU_OWNER_PASSWORD_EVENTS": ""}, "KORPU_OWNER_PASSWORD_EVENTS is missing"),
        ({"KORPU_POSTGRES": ""}, "KORPU_POSTGRES is missing"),
        ({"KORPU_DATABASE_PASSWORD_EVENTS": PASSWORDS["KORPU_OWNER_PASSWORD_EVENTS"]}, "a password of its own"),
    ],
)
def test_the_job_says_which_setting_is_missing_or_shared(change: dict[str, str], told: str) -> None:
    done = run(
        "korpu_local",
        "databases",
        {"KORPU_POSTGRES": "postgresql://postgres:x@127.0.0.1:1/postgres"} | PASSWORDS | change,
    )

    assert done.returncode == 1
    assert told in done.stderr
    assert not [each for each in PASSWORDS.values() if each in done.stderr]

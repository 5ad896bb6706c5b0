"""A database and two roles for each service: one that owns it, and one that serves; nobody connects to another's."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from korpu_chassis.configuration.setting_files import PREFIX, from_file
from korpu_local.home import Home, Trouble
from korpu_local.postgres import Postgres

SERVICES = ("partners", "mobility", "events", "gateway")


class Databases:
    """The databases of one stack, on one server."""

    def __init__(self, postgres: Postgres, home: Home, suffix: str = "") -> None:
        self.postgres = postgres
        self.home = home
        self.suffix = suffix

    def dsn(self, service: str) -> str:
        """Give the address that the service itself uses."""
        return self._address(service, serving_role_of(service))

    def owner_dsn(self, service: str) -> str:
        """Give the address of whoever migrates and restores the database of a service."""
        return self._address(service, role_of(service))

    def environment(self, service: str) -> dict[str, str]:
        """Give what the roles and tools are told that need the owner's rights."""
        return {"KORPU_DATABASE": self.dsn(service), "KORPU_OWNER_DATABASE": self.owner_dsn(service)}

    def name(self, service: str) -> str:
        """Name the database of a service in this stack."""
        return role_of(service) + self.suffix

    def migrate(self, service: str) -> None:
        """Bring a service's database to the newest form, as the role `migrate` does everywhere."""
        command = [sys.executable, "-m", role_of(service), "migrate"]
        environment = {**os.environ, **self.environment(service)}
        done = subprocess.run(command, env=environment, cwd="/", check=False, text=True, capture_output=True)
        if done.returncode:
            said = (done.stdout + done.stderr).strip()[-3000:]
            raise Trouble(f"The database of {service} could not be migrated:\n{said}")

    async def create(self, service: str) -> bool:
        """Make the service's roles and database unless they are there; say whether the database is new."""
        async with connection(self.postgres) as session:
            await self.ensure_roles(session, service)
            return await ensure_database(session, self.name(service), service)

    async def ensure_roles(self, session: "asyncpg.Connection", service: str) -> None:
        """Make the two roles of a service unless they are there."""
        for role in (role_of(service), serving_role_of(service)):
            await ensure_role(session, role, self.home.secret(role))

    async def drop(self, service: str) -> None:
        """Forget the database of a service, whoever still uses it."""
        async with connection(self.postgres) as session:
            await session.execute(f'DROP DATABASE IF EXISTS "{self.name(service)}" WITH (FORCE)')

    def _address(self, service: str, role: str) -> str:
        return self.postgres.dsn(self.name(service), role, self.home.secret(role))


def role_of(service: str) -> str:
    """Name the role that owns what a service keeps; the database has the same name."""
    return f"korpu_{service}"


def serving_role_of(service: str) -> str:
    """Name the role under which a service serves; `migrate` says what it may do."""
    return f"korpu_{service}_serving"


@asynccontextmanager
async def connection(postgres: Postgres, database: str = "postgres") -> AsyncIterator["asyncpg.Connection"]:
    """Open one connection of the administrator."""
    session = await asyncpg.connect(postgres.dsn(database))
    try:
        yield session
    finally:
        await session.close()


async def ensure_role(session: "asyncpg.Connection", role: str, password: str) -> None:
    """Make the role if it is missing, and let it in with this password; one after the other, since all share it."""
    async with session.transaction():
        await session.execute("SELECT pg_advisory_xact_lock(hashtext($1))", role)
        if not await session.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role):
            await session.execute(f'CREATE ROLE "{role}" LOGIN')
        known = await session.fetchval("SELECT format('ALTER ROLE %I PASSWORD %L', $1::text, $2::text)", role, password)
        await session.execute(known)


async def ensure_database(session: "asyncpg.Connection", name: str, service: str, template: str | None = None) -> bool:
    """Make the database if it is missing: one role of its service owns it, one may connect, and nobody else.

    A template is copied as files: for small ones that takes half the time, and writes nothing into the log. Who may
    connect is said in a second step, so it is also said of one that an attempt which died has left without it.
    """
    fresh = not await session.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name)
    if fresh:
        source = f'TEMPLATE "{template}" STRATEGY FILE_COPY' if template else ""
        await session.execute(f'CREATE DATABASE "{name}" OWNER "{role_of(service)}" {source}')
    serving = serving_role_of(service)
    if not await session.fetchval(
        "SELECT has_database_privilege($1, $2, 'CONNECT') AND datacl IS NOT NULL FROM pg_database WHERE datname = $2",
        serving,
        name,
    ):
        await session.execute(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
        await session.execute(f'GRANT CONNECT ON DATABASE "{name}" TO "{serving}"')
    return fresh


async def create_given() -> None:
    """Make roles and databases on the PostgreSQL of KORPU_POSTGRES, with the passwords that the environment gives."""
    passwords = {service: (_given("OWNER", service), _given("DATABASE", service)) for service in SERVICES}
    if len({each for pair in passwords.values() for each in pair}) < 2 * len(SERVICES):
        raise Trouble("Each role needs a password of its own: two of KORPU_OWNER_PASSWORD_… and the like are the same.")
    async with connection(Postgres.at(_required("POSTGRES"))) as session:
        for service, (owner, serving) in passwords.items():
            await ensure_role(session, role_of(service), owner)
            await ensure_role(session, serving_role_of(service), serving)
            await ensure_database(session, role_of(service), service)


def _given(whose: str, service: str) -> str:
    return _required(f"{whose}_PASSWORD_{service.upper()}")


def _required(name: str) -> str:
    if not (value := os.environ.get(PREFIX + name) or from_file(name)):
        raise Trouble(f"{PREFIX}{name} is missing.")
    return value

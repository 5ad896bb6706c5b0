"""A database and a role for each service; nobody connects to another's."""

import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import asyncpg

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
        role = role_of(service)
        return self.postgres.dsn(self.name(service), role, self.home.secret(role))

    def name(self, service: str) -> str:
        """Name the database of a service in this stack."""
        return role_of(service) + self.suffix

    async def create(self, service: str) -> bool:
        """Make the service's role and database unless they are there; say whether the database is new."""
        async with connection(self.postgres) as session:
            await ensure_role(session, role_of(service), self.home.secret(role_of(service)))
            return await ensure_database(session, self.name(service), role_of(service))

    async def drop(self, service: str) -> None:
        """Forget the database of a service, whoever still uses it."""
        async with connection(self.postgres) as session:
            await session.execute(f'DROP DATABASE IF EXISTS "{self.name(service)}" WITH (FORCE)')


def role_of(service: str) -> str:
    """Name the role of a service; its database has the same name."""
    return f"korpu_{service}"


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
        await session.execute(f"ALTER ROLE \"{role}\" PASSWORD '{password}'")


async def ensure_database(session: "asyncpg.Connection", name: str, role: str, template: str | None = None) -> bool:
    """Make the database if it is missing: its role owns it, and nobody else may connect.

    A template is copied as files: for small ones that takes half the time, and writes nothing into the log.
    """
    if await session.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
        return False
    source = f'TEMPLATE "{template}" STRATEGY FILE_COPY' if template else ""
    await session.execute(f'CREATE DATABASE "{name}" OWNER "{role}" {source}')
    await session.execute(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
    return True


def migrate(service: str, environment: Mapping[str, str]) -> None:
    """Bring a service's database to the newest form, as its own role `migrate` does everywhere."""
    command = [sys.executable, "-m", role_of(service), "migrate"]
    done = subprocess.run(command, env=dict(environment), cwd="/", check=False, text=True, capture_output=True)
    if done.returncode:
        raise Trouble(
            f"The database of {service} could not be migrated:\n{(done.stdout + done.stderr).strip()[-3000:]}"
        )

"""Migrated databases kept as templates, so that a test has a fresh one in a tenth of a second."""

import asyncio
import os
from hashlib import sha256

from korpu_local.databases import Databases, connection, ensure_database, ensure_role, migrate, role_of
from korpu_local.home import ROOT, Home
from korpu_local.postgres import Postgres


class Templates:
    """One template for each service, made again when its migrations have changed."""

    def __init__(self, postgres: Postgres, home: Home) -> None:
        self.postgres = postgres
        self.home = home
        self._known: dict[str, str] = {}

    async def clone(self, service: str, suffix: str) -> str:
        """Make a fresh migrated database of this service, and give its address."""
        if service not in self._known:
            self._known[service] = await self._template(service)
        databases = Databases(self.postgres, self.home, suffix)
        async with connection(self.postgres) as session:
            await ensure_database(session, databases.name(service), role_of(service), self._known[service])
        return databases.dsn(service)

    async def _template(self, service: str) -> str:
        """The name of the template; looked for once, since nobody's migrations change while tests run."""
        fresh = Databases(self.postgres, self.home, f"_template_{fingerprint(service)}")
        with self.home.locked(f"template-{service}"):
            await self._only(service, fresh)
        return fresh.name(service)

    async def _only(self, service: str, fresh: Databases) -> None:
        async with connection(self.postgres) as session:
            await ensure_role(session, role_of(service), self.home.secret(role_of(service)))
            known = await session.fetch(
                "SELECT datname FROM pg_database WHERE datname LIKE $1", f"{role_of(service)}_template_%"
            )
            names = {row["datname"] for row in known}
            if fresh.name(service) not in names:
                await self._make(service, fresh)
            for name in names - {fresh.name(service)}:
                await session.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    async def _make(self, service: str, fresh: Databases) -> None:
        draft = Databases(self.postgres, self.home, "_template_draft")
        await draft.drop(service)
        await draft.create(service)
        environment = {**os.environ, "KORPU_DATABASE": draft.dsn(service)}
        await asyncio.to_thread(migrate, service, environment)
        async with connection(self.postgres) as session:
            await session.execute(f'ALTER DATABASE "{draft.name(service)}" RENAME TO "{fresh.name(service)}"')


def fingerprint(service: str) -> str:
    """Tell one state of the migrations from another."""
    digest = sha256()
    package = ROOT / "services" / service / "src" / role_of(service)
    for folder in [package / "migrations", ROOT / "libs" / "chassis" / "src" / "korpu_chassis" / "migrations"]:
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]

"""Migrated databases kept as templates, so that a test has a fresh one in a tenth of a second."""

import asyncio

from korpu_local.databases import Databases, connection, ensure_database, role_of
from korpu_local.fingerprint import fingerprint
from korpu_local.home import Home
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
            await ensure_database(session, databases.name(service), service, self._known[service])
        return databases.dsn(service)

    async def _template(self, service: str) -> str:
        """The name of the template; looked for once, since nobody's migrations change while tests run."""
        fresh = Databases(self.postgres, self.home, f"_template_{fingerprint(service)}")
        with self.home.locked(f"template-{service}"):
            await self._only(service, fresh)
        return fresh.name(service)

    async def _only(self, service: str, fresh: Databases) -> None:
        async with connection(self.postgres) as session:
            await fresh.ensure_roles(session, service)
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
        await asyncio.to_thread(draft.migrate, service)
        async with connection(self.postgres) as session:
            await session.execute(f'ALTER DATABASE "{draft.name(service)}" RENAME TO "{fresh.name(service)}"')

"""Drafts the migration that a changed table needs: `python -m korpu_local.migration partners contacts`."""

import asyncio
import importlib
import sys

from korpu_chassis.schema import revise
from korpu_chassis.store import Database
from korpu_local.databases import Databases
from korpu_local.home import ROOT, Home
from korpu_local.postgres import PostgresServer
from korpu_local.templates import Templates


async def draft(name: str, slug: str) -> None:
    """Compare a database made by today's migrations with the code, and write down the difference."""
    home = Home(ROOT / ".local" / "test")
    service = importlib.import_module(f"korpu_{name}.app").service
    postgres = PostgresServer(home, durable=False).ensure()
    await Databases(postgres, home, "_draft").drop(name)
    dsn = await Templates(postgres, home).clone(name, "_draft")
    database = Database(dsn, connections=1)
    try:
        await revise(database, service.migrations, service.table.metadata, slug)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(draft(sys.argv[1], sys.argv[2]))

"""Drafts the migration that a changed table needs: `python -m korpu_local.migration partners contacts`.

For a new kind of thing in the read model: `python -m korpu_local.migration gateway contacts`.
"""

import asyncio
import importlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from sqlalchemy import Connection, MetaData

from korpu_chassis.database.metadata import metadata as furniture
from korpu_chassis.persistence.schema import configuration
from korpu_chassis.persistence.store import Database
from korpu_local.databases import Databases
from korpu_local.home import ROOT, Home
from korpu_local.postgres import PostgresServer
from korpu_local.shelf_migration import draft_shelves
from korpu_local.templates import Templates


async def draft(name: str, slug: str) -> None:
    """Compare a database made by today's migrations with the code, and write down the difference."""
    home = Home(ROOT / ".local" / "test")
    service = importlib.import_module(f"korpu_{name}.app").service
    postgres = PostgresServer(home, durable=False).ensure()
    await Databases(postgres, home, "_draft").drop(name)
    await Templates(postgres, home).clone(name, "_draft")
    database = Database(Databases(postgres, home, "_draft").owner_dsn(name), connections=1)
    try:
        await revise(database, service.migrations, service.table.metadata, slug)
    finally:
        await database.close()


async def revise(database: Database, versions: Path, metadata: MetaData, slug: str) -> None:
    """Write the migration that makes an up-to-date database what the code says; a person reads it before it is kept."""
    branch = versions.parents[1].name.removeprefix("korpu_")
    first = not await asyncio.to_thread(lambda: list(versions.glob("*.py")))

    def write(connection: Connection) -> None:
        config = configuration(versions, [furniture, metadata], connection)
        config.set_main_option("file_template", "%%(year)d_%%(month).2d_%%(day).2d_%%(slug)s")
        config.attributes["drafting"] = True
        name = f"{branch}_{slug}"
        command.revision(
            config,
            slug,
            autogenerate=True,
            rev_id=name,
            version_path=str(versions),
            head="base" if first else f"{branch}@head",
            branch_label=branch if first else None,
        )

    async with database.engine.connect() as connection:
        await connection.run_sync(write)


def draft_read_model(slug: str) -> None:
    """Write down the tables that new kinds of things need."""
    versions = Path(importlib.import_module("korpu_gateway.app").VERSIONS)
    kinds = importlib.import_module("korpu_gateway.types").KINDS
    draft_shelves(kinds, versions, slug, datetime.now(UTC).date())


if __name__ == "__main__":
    if sys.argv[1] == "gateway":
        draft_read_model(sys.argv[2])
    else:
        asyncio.run(draft(sys.argv[1], sys.argv[2]))

"""`python -m korpu_<service> reconciliation`: what this reader does not hold as its owners do, and since when."""

import argparse
import sys
from collections.abc import Sequence

from sqlalchemy import func, select

from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.persistence.reconciliation_tables import inventory_page, reconciliation, reconciliation_difference
from korpu_chassis.persistence.store import Database


async def reconciliation_command(settings: StoreSettings, words: Sequence[str]) -> int:
    """List when each topic was compared last and what differs; 1 when something does."""
    parser = argparse.ArgumentParser(prog="reconciliation", description=reconciliation_command.__doc__)
    parser.add_argument("--topic", help="of this topic alone")
    only = parser.parse_args(words).topic
    database = Database(settings.database, connections=1)
    try:
        async with database.transaction() as session:
            waiting = select(func.count()).where(inventory_page.c.topic == reconciliation.c.topic).scalar_subquery()
            topics = (await session.execute(select(reconciliation, waiting.label("waiting")).order_by("topic"))).all()
            table = reconciliation_difference
            found = (await session.execute(select(table).order_by(table.c.topic, table.c.key))).all()
    finally:
        await database.close()
    for row in topics:
        if only in (None, row.topic):
            compared = f"{row.things} things" if row.run else "never"
            wait = f", {row.waiting} pages wait" if row.waiting else ""
            sys.stdout.write(
                f"{row.topic}\tcompared {compared} {row.reconciled_at:%Y-%m-%d %H:%M:%S} UTC, "
                f"{row.undecided} undecided{wait}\n"
            )
    different = [row for row in found if only in (None, row.topic)]
    for row in different:
        owner, own = (_word(row.owner_epoch, row.owner_version), _word(row.own_epoch, row.own_version))
        sys.stdout.write(f"{row.topic}\t{row.key}\t{row.what}\towner {owner}, here {own}, since {row.found_at:%F %T}\n")
    return 1 if different else 0


def _word(epoch: int | None, version: int | None) -> str:
    return "nothing" if version is None else f"epoch {epoch} version {version}"

"""Hearing inventories: pages are put by until this reader has heard all that they speak of."""

from collections.abc import Collection, Sequence

import structlog
from pydantic import ValidationError
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.messaging.envelope import Incoming, Unreadable, read
from korpu_chassis.messaging.intake import Entry
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.persistence.reconciliation_tables import inventory_page
from korpu_chassis.reconciliation.pages import InventoryPage, topic_of

log = structlog.get_logger("inventory")


def _own_topic(message: Incoming) -> str:
    """The topic of which a page speaks, which its owner alone may do."""
    topic = InventoryPage.model_validate(message.state).topic
    owner = topic.partition(".")[0]
    if message.topic != topic_of(owner) or message.attributes.get("source") != f"/{owner}":
        raise Unreadable("it does not come from the owner of the topic")
    return topic


class InventoryIntake:
    """The intake of inventories of topics that this reader hears; an unreadable page is passed over, as the next comes.

    Of each topic the newest inventory alone is kept: what a reader that was away has missed needs no comparison.
    """

    def __init__(self, heard: Collection[str]) -> None:
        self._heard = heard

    def entry(self, record: Record) -> Entry:
        """Read a page, or tell that it cannot be read."""
        try:
            message = read(record)
            topic = _own_topic(message)
        except (Unreadable, ValidationError) as fault:
            why = str(fault) if isinstance(fault, Unreadable) else "not a page of an inventory"
            log.warning("inventory.unreadable", topic=record.topic, offset=record.offset, why=why)
            return Entry(record)
        return Entry(record, message if topic in self._heard else None)

    async def effects(self, session: AsyncSession, entries: Sequence[Entry], failed: str | None) -> list[Incoming]:
        """Put pages by."""
        found = [] if failed else [each.message for each in entries if each.message]
        for message in found:
            page = InventoryPage.model_validate(message.state)
            older = (inventory_page.c.topic == page.topic) & (inventory_page.c.run < page.id)
            await session.execute(delete(inventory_page).where(older))
            place = {"topic": page.topic, "run": page.id, "number": page.version, "ends": list(page.ends)}
            row = {**place, "body": page.model_dump_json().encode()}
            await session.execute(insert(inventory_page).on_conflict_do_nothing(), row)
        return found

    async def again(self, session: AsyncSession, record: Record) -> None:
        """Nothing of it is ever parked."""

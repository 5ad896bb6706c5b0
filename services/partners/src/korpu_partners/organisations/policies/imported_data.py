"""What old registers brought of contact persons is forgotten with them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, Uuid, cast, column, func, or_, select, table, update
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.tables import Organisation

rows_of_registers = table(
    "register_row",
    column("thing_id", Uuid),
    column("fingerprint", Text),
    column("cells", JSONB),
    column("mended", JSONB),
)
brought = rows_of_registers.c
SHORTEST = 5
"""A name of fewer letters would be found inside other words."""


async def forget_brought(organisation: Organisation, contact: Contact, uow: UnitOfWork) -> None:
    """Blank the rows that this organisation came from, and every cell of others that names this person."""
    rows = update(rows_of_registers)
    ids = [organisation.id, *organisation.aliases]
    prints = select(brought.fingerprint).where(brought.thing_id.in_(ids))
    came_from = or_(brought.thing_id.in_(ids), brought.fingerprint.in_(prints))
    await uow.session.execute(rows.where(came_from).values(cells={}, mended={}))
    said = [text for text in (contact.name, contact.email, contact.phone) if text and len(text) >= SHORTEST]
    for cells in (brought.cells, brought.mended) if said else ():
        named = select(1).select_from(each := _cells(cells)).where(_names(each.c.value, said))
        await uow.session.execute(rows.where(named.exists()).values({cells.name: _without(cells, said)}))


def _cells(cells: ColumnElement[Any]) -> Any:
    return func.jsonb_each_text(cells).table_valued("key", "value")


def _names(text: ColumnElement[str], said: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(func.strpos(func.lower(text), func.lower(each)) > 0 for each in said))


def _without(cells: ColumnElement[Any], said: Sequence[str]) -> Any:
    each = _cells(cells)
    left = func.coalesce(func.jsonb_object_agg(each.c.key, each.c.value), cast({}, JSONB))
    return select(left).select_from(each).where(~_names(each.c.value, said)).scalar_subquery()

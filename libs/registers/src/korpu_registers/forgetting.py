"""Forgetting what registers say of somebody, long before the time of their rows is over."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, cast, func, or_, select, type_coerce, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_registers.tables import RegisterRow


async def forget_in_rows(
    row: type[RegisterRow], ids: Collection[UUID], words: Sequence[str], uow: UnitOfWork, *, offered: bool = False
) -> None:
    """Blank the rows that these things came from, and every cell of others that has one of these words.

    `offered`: the rows that may mean one of them, too.
    """
    thing, fingerprint = col(row.thing_id), col(row.fingerprint)
    rows = update(row)
    came_from = or_(thing.in_(ids), fingerprint.in_(select(fingerprint).where(thing.in_(ids))))
    if offered:
        may_be = type_coerce(col(row.offered), JSONB).op("?|")(cast([str(each) for each in ids], ARRAY(Text)))
        came_from = or_(came_from, may_be)
    await uow.session.execute(rows.where(came_from).values(cells={}, mended={}), execution_options=UNSEEN)
    held = {name: type_coerce(col(getattr(row, name)), JSONB) for name in ("cells", "mended")}
    for name, cells in held.items() if words else ():
        named = select(1).select_from(each := _cells(cells)).where(_has(each.c.value, words))
        left = {name: _without(cells, words)}
        await uow.session.execute(rows.where(named.exists()).values(left), execution_options=UNSEEN)


UNSEEN = {"synchronize_session": False}
"""No row of a register is held in memory where one of its things is forgotten."""


def _cells(cells: ColumnElement[Any]) -> Any:
    return func.jsonb_each_text(cells).table_valued("key", "value")


def _has(text: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(func.strpos(func.lower(text), func.lower(each)) > 0 for each in words))


def _without(cells: ColumnElement[Any], words: Sequence[str]) -> Any:
    each = _cells(cells)
    left = func.coalesce(func.jsonb_object_agg(each.c.key, each.c.value), cast({}, JSONB))
    return select(left).select_from(each).where(~_has(each.c.value, words)).scalar_subquery()

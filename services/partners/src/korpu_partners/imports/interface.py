"""What partners' other aggregates may ask of imports: ids come in, values go out."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, cast, func, or_, select, type_coerce, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.tables import RegisterRow

THING, FINGERPRINT = col(RegisterRow.thing_id), col(RegisterRow.fingerprint)
CELLS = {
    "cells": type_coerce(col(RegisterRow.cells), JSONB),
    "mended": type_coerce(col(RegisterRow.mended), JSONB),
}


async def forget_in_rows(ids: Collection[UUID], words: Sequence[str], uow: UnitOfWork) -> None:
    """Blank the rows that these things came from, and every cell of others that has one of these words."""
    rows = update(RegisterRow)
    prints = select(FINGERPRINT).where(THING.in_(ids))
    came_from = or_(THING.in_(ids), FINGERPRINT.in_(prints))
    await uow.session.execute(rows.where(came_from).values(cells={}, mended={}), execution_options=UNSEEN)
    for name, cells in CELLS.items() if words else ():
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

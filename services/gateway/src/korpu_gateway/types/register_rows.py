"""Rows of an old register as the office mends them, told by their owner: what they say, and why they wait."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info
from typing_extensions import override

from korpu_gateway.owners.ownership import keeper
from korpu_gateway.owners.personal import REGISTER_ROWS
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import Uncompiled, at, sourced
from korpu_gateway.reads.identity import global_id, identity
from korpu_gateway.reads.relations import node
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.register_import import RegisterDayOrder, RegisterRowOutcome

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


@part
class ShownColumn:
    """A column of the file: where it stands, how it is called there, and which field it is taken for.

    Of a column of days: the first rows that can be read in one order alone, and the order if somebody named it.
    """

    letter: str = at()
    heading: str = at()
    field: str | None = at()
    day_order: RegisterDayOrder | None = at()
    day_first_row: int | None = at()
    month_first_row: int | None = at()


@part
class RegisterCell:
    """What stands in one column of a row."""

    column: str = at()
    text: str = at()


@part
class RegisterValue:
    """What one field of a row is, with all that was mended."""

    field: str = at()
    text: str = at()


@part
class RegisterDefault:
    """What every row says in a field in which it says nothing itself."""

    field: str = at()
    value: str = at()


@part
class RegisterRemark:
    """What is wrong or remarkable in a row, and in which column; the message is in the caller's language."""

    field: str = at()
    column: str | None = at()
    code: str = at()
    message: str = at()


class Things(Uncompiled):
    """The things that a row may be, or that it became."""

    @override
    def named(self, name: str) -> None:
        self._name = name

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        told = value[self._name]
        if not isinstance(told, list):
            return await node(reading, told) if told else None
        return [found for each in told if (found := await node(reading, each)) is not None]


@part
class RegisterRow:
    """One row of an old register."""

    row: int = at()
    outcome: RegisterRowOutcome = at()
    cells: list[RegisterCell] = at()
    values: list[RegisterValue] = at()
    remarks: list[RegisterRemark] = at()
    offered: list[Node] = sourced(Things(), "Known things that it may be.")
    thing: Node | None = sourced(Things(), "What it became, or which known one it is.")


@part
class RegisterRows:
    """A page of the rows of an import, and how its columns are read; `next` is given as `after` for the next page."""

    columns: list[ShownColumn] = at()
    defaults: list[RegisterDefault] = at()
    fields: list[str] = at()
    rows: list[RegisterRow] = at()
    next: int | None = at()


THINGS = {"people": "person", "stays": "mobility", "projects": "joint_project", "contacts": "organisation"}
"""What rows become, where it is not called as they are."""


async def _rows(
    info: Info, of: strawberry.ID, outcome: list[RegisterRowOutcome] | None = None, after: int = 0
) -> RegisterRows | None:
    reading: Reading = info.context
    id = identity("register_import")(of)
    if id is None:
        return None
    outcomes = [each.value for each in outcome or ()]
    kept_by = await keeper("register_import", id, reading.pool)
    if kept_by is None:
        return None
    told = await reading.personal.asks(REGISTER_ROWS[kept_by], id=str(id), outcomes=outcomes, after=after)
    return _shown(told[0]) if told else None  # type: ignore[return-value] # its parts are looked up in what was told


def _shown(told: Mapping[str, Any]) -> Mapping[str, Any]:
    kind = THINGS.get(told["kind"], told["kind"].removesuffix("s"))
    return {**told, "rows": [_row(kind, each) for each in told["rows"]]}


def _row(kind: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        **row,
        "cells": [{"column": letter, "text": text} for letter, text in row["cells"].items()],
        "values": [{"field": field, "text": text} for field, text in row["values"].items()],
        "offered": [global_id(kind, each) for each in row["offered"]],
        "thing": global_id(kind, row["thing_id"]) if row["thing_id"] else None,
    }


def register_rows_field() -> Any:
    """The rows of an import, in the schema."""
    told = "What stands in the rows of an import, a hundred at a time, for whoever works with it; each look is written."
    return strawberry.field(resolver=_rows, description=told)

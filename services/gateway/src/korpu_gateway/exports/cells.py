"""Cells: what an answer holds, as the day, number, yes or no or text that a file shows."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from korpu_chassis.clock import BAKU
from korpu_gateway.exports.shapes import Column, Form, values
from korpu_gateway.exports.vocabulary import word

BETWEEN = "; "
Cell = str | bool | int | Decimal | date | datetime | None


def cell(row: Mapping[str, Any], column: Column, language: str) -> Cell:
    """The cell of this row in this column."""
    if column.language and not _translated(row, column):
        return None
    found = [_read(value, column, language) for value in values(row, column.path)]
    if column.many:
        return BETWEEN.join(str(each) for each in found) or None
    return found[0] if found else None


def _translated(row: Mapping[str, Any], column: Column) -> bool:
    return str(column.language).upper() in values(row, (*column.path[:-1], "languages"))


def _read(value: Any, column: Column, language: str) -> Cell:
    match column.form:
        case Form.WORD:
            return word(str(column.words), value, language)
        case Form.NUMBER:
            return Decimal(value)
        case Form.DAY:
            return date.fromisoformat(value)
        case Form.MOMENT:
            return datetime.fromisoformat(value).astimezone(BAKU).replace(microsecond=0)
        case Form.YES_NO | Form.WHOLE:
            read: bool | int = value
            return read
    return str(value)

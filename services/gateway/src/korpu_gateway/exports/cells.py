"""Cells: what an answer holds, as the day, number, yes or no or text that a file shows."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from korpu_chassis.clock import BAKU
from korpu_gateway.exports.shapes import Column, Form, values
from korpu_gateway.exports.vocabulary import named, word

BETWEEN = "; "
Cell = str | bool | int | Decimal | date | datetime | None
Reader = Callable[[Mapping[str, Any]], Cell]


def reader(column: Column, language: str) -> Reader:
    """How the cell of this column is read from a row; made once for a file and asked for each of its rows."""
    read, path, many = _reading(column, language), column.steps, column.many

    def cell(row: Mapping[str, Any]) -> Cell:
        found = values(row, path)
        if not many:
            return read(found[0]) if found else None
        return BETWEEN.join(str(read(each)) for each in found) or None

    if not column.language:
        return cell
    spoken, languages = column.language.upper(), (*path[:-1], "languages")
    return lambda row: cell(row) if spoken in values(row, languages) else None


def _reading(column: Column, language: str) -> Callable[[Any], Cell]:
    match column.form:
        case Form.WORD:
            return cache(lambda value: word(str(column.words), value, language))
        case Form.NAME:
            return cache(lambda value: named(value, language))
        case Form.NUMBER | Form.DAY:
            return Decimal if column.form is Form.NUMBER else date.fromisoformat
        case Form.MOMENT:
            return lambda value: datetime.fromisoformat(value).astimezone(BAKU).replace(microsecond=0)
        case Form.YES_NO | Form.WHOLE:
            return lambda value: value
    return str

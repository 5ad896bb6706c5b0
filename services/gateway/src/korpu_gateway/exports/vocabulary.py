"""How columns are headed and how words are written in a file, in the caller's language: one table for each."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from strawberry.utils.str_converters import to_camel_case

from korpu_chassis.i18n.text import FALLBACK
from korpu_gateway.exports.shapes import Column

Spoken = Mapping[str, str]


@cache
def headings() -> Mapping[str, Spoken]:
    """The heading of each field in each language, under `field`, or `Type.field` where a type means something else."""
    return _table("headings.csv")


@cache
def words() -> Mapping[str, Spoken]:
    """Each word of an enum in each language, under `word`, or `Enum.word` where an enum means something else."""
    return _table("words.csv")


def _table(name: str) -> dict[str, Spoken]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return {row.pop("key"): row for row in csv.DictReader(text.splitlines(), delimiter=";")}


def heading(column: Column, language: str) -> str:
    """What stands over a column."""
    told = [_heading(column, step, language) for step in column.name.split(".") if step != column.language]
    return ": ".join((*told, column.language.upper()) if column.language else told)


def missing(column: Column, language: str) -> list[str]:
    """The fields of a column that have no heading of their own in this language."""
    steps = [step for step in column.name.split(".") if step != column.language]
    return [step for step in steps if not (_told(headings(), column.owner, step) or {}).get(language)]


def _heading(column: Column, step: str, language: str) -> str:
    return _said(_told(headings(), column.owner, step), language) or step


def word(enum: str, said: str, language: str) -> str:
    """A word of an enum as people write it."""
    return _said(_told(words(), enum, said.lower()), language) or said.lower().replace("_", " ")


def named(name: str, language: str) -> str:
    """What a field or a kind of thing is called: what stands over a column that shows it."""
    return _said(headings().get(to_camel_case(name)), language) or name


def untranslated(enum: str, said: str, language: str) -> bool:
    """Whether a word has no translation of its own in this language."""
    return not (_told(words(), enum, said.lower()) or {}).get(language)


def _told(table: Mapping[str, Spoken], owner: str, key: str) -> Spoken | None:
    return table.get(f"{owner}.{key}") or table.get(key)


def _said(spoken: Spoken | None, language: str) -> str | None:
    return next((told for each in (language, *FALLBACK) if (told := (spoken or {}).get(each))), None)

"""The office's words in old registers: headings, kinds and countries, in whatever language they are written."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from korpu_chassis.codelists import countries
from korpu_chassis.text import LANGUAGES, fold

_COLLOQUIAL = {"usa": "US", "uk": "GB", "england": "GB", "ingiltere": "GB", "англия": "GB", "сша": "US",
               "abs": "US", "cenubi koreya": "KR", "south korea": "KR", "korea": "KR", "turkey": "TR", "turkiye": "TR",
               "russia": "RU", "rf": "RU", "bae": "AE", "uae": "AE", "iran": "IR", "cin": "CN"}  # fmt: skip


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, list[str]] | list[str]]]:
    return tomllib.loads(files(__package__).joinpath("headings.toml").read_text("utf-8"))


@cache
def headings(kind: str) -> Mapping[str, str]:
    """The field that each known heading means."""
    return {fold(word): field for field, words in _table()[kind].items() for word in (*words, field)}


@cache
def fields(kind: str) -> tuple[str, ...]:
    """The fields that a register of this kind may have."""
    return tuple(_table()[kind])


@cache
def _meanings(of: str) -> Mapping[str, str]:
    table = _table()["words"][of]
    assert isinstance(table, dict)  # noqa: S101 -- the file has tables there
    return {fold(word): meaning for meaning, words in table.items() for word in (*words, meaning)}


def meaning(of: str, text: str) -> str | None:
    """What the words mean: all of them, else the longest known ones that they begin or end with."""
    key, known = fold(text), _meanings(of)
    if key in known:
        return known[key]
    inside = [word for word in known if f" {word} " in f" {key} "]
    return known[max(inside, key=len)] if inside else None


@cache
def _countries() -> Mapping[str, str]:
    from babel import Locale  # noqa: PLC0415 -- its lists are loaded when a register is read

    named = {fold(word): code for word, code in _COLLOQUIAL.items()}
    for language in LANGUAGES:
        territories = Locale(language).territories
        named |= {fold(str(territories[code])): code for code in countries() if code in territories}
    import pycountry  # noqa: PLC0415

    for each in pycountry.countries:
        named[each.alpha_3.lower()] = each.alpha_2
        named.setdefault(fold(each.name), each.alpha_2)
    return named


def country(text: str) -> str | None:
    """The code of a country by its name or its code."""
    code = text.strip().upper()
    return code if code in countries() else _countries().get(fold(text))

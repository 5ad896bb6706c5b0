"""The office's words in old registers: headings, kinds and countries, in whatever language they are written."""

import gettext
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from korpu_chassis.i18n.text import LANGUAGES, fold
from korpu_chassis.validation.codelists import countries

OF_PARTNERS = ("es", "it", "tr", "pl", "pt", "uk", "nl")
"""Languages of partners whose names of countries are known besides those of the office."""
_OF_THE_UNION = {"EL": "GR", "UK": "GB"}
"""Codes of the European Union where it has its own: Interinstitutional Style Guide, 7.1.1."""
_REPUBLIC = re.compile(
    r" (?:the )?(?:republic(?: of(?: the)?)?|respublikasi|respublik[ai]|republik|republique(?: de la| du| de| d)?) "
)


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

    named = {fold(word): code for code, words in _usual_names().items() for word in words}
    for language in (*LANGUAGES, *OF_PARTNERS):
        territories = Locale(language).territories
        for code in countries():
            if code in territories:
                named.setdefault(fold(str(territories[code])), code)
    for name, code in _official_names():
        named.setdefault(fold(name), code)
    return named


def _usual_names() -> Mapping[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))


def _official_names() -> Iterator[tuple[str, str]]:
    """Names and official names of ISO 3166-1 in the five languages, as they stand and with their parts in order."""
    import pycountry  # noqa: PLC0415

    spoken = [gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [each], fallback=True) for each in LANGUAGES]
    for each in pycountry.countries:
        yield each.alpha_3, each.alpha_2
        for name in {getattr(each, kind, each.name) for kind in ("name", "official_name", "common_name")}:
            for said in {name, *(translation.gettext(name) for translation in spoken)}:
                first, _, second = said.partition(", ")
                yield said, each.alpha_2
                yield f"{second} {first}" if second else said, each.alpha_2


def country(text: str) -> str | None:
    """The code of a country by its code, or by any name that it usually bears or bore, with or without *Republic*."""
    code = text.strip().upper()
    if code in countries():
        return code
    key, known = fold(text), _countries()
    return known.get(key) or known.get(_REPUBLIC.sub(" ", f" {key} ").strip()) or _OF_THE_UNION.get(code)

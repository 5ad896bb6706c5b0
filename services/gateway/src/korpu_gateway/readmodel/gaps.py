"""Gaps: which text of which thing lacks a language, or has one that follows an older original."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from korpu_chassis.i18n.text import LANGUAGES

MISSING, OUTDATED = "missing", "outdated"
MADE_ONCE = frozenset({"paper", "mobility_paper", "event_paper"})
"""Kinds whose texts stay as they were made: nobody translates them."""
ONCE = ""
"""Stands for the part of a text of which a thing has one."""


class Gap(NamedTuple):
    """One language that one text of a thing wants."""

    field: str
    part: str
    language: str
    state: str
    revision: int


def texts_of(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The multilingual texts of a thing: its own, and those of the members of its lists, by field and part."""
    for field, value in document.items():
        if _is_text(value):
            yield field, ONCE, value
        for part in value if isinstance(value, list) else ():
            for text in part.values() if isinstance(part, dict) else ():
                if _is_text(text):
                    yield field, str(part.get("id") or part.get("number")), text


def text_at(document: Mapping[str, Any], field: str, part: str) -> Mapping[str, Any]:
    """The text of a field and a part."""
    return next(text for name, place, text in texts_of(document) if (name, place) == (field, part))


def gaps_of(document: Mapping[str, Any]) -> Iterator[Gap]:
    """What the texts of a thing want."""
    for field, part, text in texts_of(document):
        for language in LANGUAGES:
            held = text["texts"].get(language)
            if held is None or held.get("revision", 0) < text["revision"]:
                yield Gap(field, part, language, OUTDATED if held else MISSING, text["revision"])


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and {"original", "revision", "texts"} <= value.keys()

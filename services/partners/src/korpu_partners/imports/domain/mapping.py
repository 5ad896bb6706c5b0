"""Guessing which column is what: by its heading, else by what stands in it; corrected by a person."""

import re
from collections.abc import Callable, Mapping, Sequence

from korpu_chassis.i18n.text import LANGUAGES, fold
from korpu_partners.imports.parts import Column, DefaultValue
from korpu_partners.imports.reading.dates import looks_like_day
from korpu_partners.imports.reading.files import Head, letter_of
from korpu_partners.imports.reading.words import country, fields, headings, meaning

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "organisations": ("country",),
    "agreements": ("partner", "kind", "signed"),
    "letters": ("direction", "number", "registered", "correspondent", "subject"),
    "publications": ("published",),
}
NAMES: Mapping[str, tuple[str, ...]] = {
    "organisations": ("name", "name_az", "name_en", "native"),
    "publications": ("title", *(f"title_{language}" for language in LANGUAGES)),
}
ALMOST_ALL = 0.8
LANGUAGE_WORDS = frozenset(
    fold(word)
    for word in ("dil", "dili", "language", "languages", "lang", "язык", "языки", "sprache", "sprachen", "langue",
                 "langues", "idioma", "idiomas", "legalnamelang")
)  # fmt: skip


NAMED = frozenset(("partner", "correspondent"))
NAME_WORDS = frozenset(
    fold(word)
    for word in (
        "ad",
        "adı",
        "name",
        "название",
        "наименование",
        "bezeichnung",
        "nom",
        "nombre",
        "denominación",
        "nome",
    )
)
"""Under the word for somebody these are that somebody's name."""


def _names_country(text: str) -> bool:
    """A country by its name, or by a code in capitals: two small letters may be anything."""
    return country(text) is not None and not (len(text) == len("az") and text.islower())


SNIFFED: Mapping[str, Sequence[tuple[str, Callable[[str], bool]]]] = {
    "organisations": (
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\S+", text) is not None),
        ("website", lambda text: re.match(r"(?i)https?://|www\.", text) is not None),
        ("country", _names_country),
        ("kind", lambda text: meaning("organisation", text) is not None and len(text.split()) < len("few")),
        ("name", lambda text: meaning("organisation", text) is not None),
    ),
    "agreements": (
        ("signed", looks_like_day),
        ("ends", looks_like_day),
        ("country", _names_country),
        ("kind", lambda text: meaning("agreement", text) is not None),
        ("partner", lambda text: meaning("organisation", text) is not None),
    ),
    "letters": (
        ("direction", lambda text: meaning("direction", text) is not None),
        ("registered", looks_like_day),
        ("correspondent", lambda text: meaning("organisation", text) is not None),
    ),
    "publications": (
        ("isbn", lambda text: re.fullmatch(r"(?i)(isbn[:\s]*)?(97[89][- ]?)?([0-9][- ]?){9}[0-9xх]", text) is not None),
        ("published", looks_like_day),
        ("language", lambda text: meaning("language", text) is not None and len(text.split()) < len("few")),
        ("kind", lambda text: meaning("publication", text) is not None and len(text.split()) < len("few")),
    ),
}


def guess(kind: str, head: Head) -> tuple[Column, ...]:
    """What each column seems to be; a field is given once, and a column that is nothing known is kept."""
    taken: dict[int, str] = {}
    known = headings(kind)
    over = head.upper or ("",) * len(head.headings)
    called = [_called(known, *pair) for pair in zip(head.headings, over, strict=True)]
    for place, field in enumerate(called):
        if field and field not in taken.values():
            taken[place] = field
    unnamed = [place for place, field in enumerate(called) if field is None and not _of_languages(head.headings[place])]
    for field, fits in SNIFFED[kind]:
        found = next((each for each in unnamed if each not in taken and _is(head, each, fits)), None)
        if found is not None and field not in taken.values():
            taken[found] = field
    return tuple(
        Column(letter=letter_of(place), heading=heading, field=taken.get(place))
        for place, heading in enumerate(head.headings)
    )


def guess_defaults(kind: str, columns: Sequence[Column], *called: str) -> tuple[DefaultValue, ...]:
    """What every row says without a column for it: the direction of letters, by how the sheet or the file is called."""
    if kind != "letters" or any(each.field == "direction" for each in columns):
        return ()
    words = (" ".join(re.findall(r"[^\W\d_]{4,}", each)) for each in called)
    found = next(filter(None, (meaning("direction", each) for each in words)), None)
    return (DefaultValue(field="direction", value=found),) if found else ()


def unmapped(kind: str, columns: Sequence[Column], defaults: Sequence[DefaultValue]) -> tuple[str, ...]:
    """The fields that every row needs, and neither a column nor all rows together have."""
    held = {each.field for each in columns} | {each.field for each in defaults}
    missing = [field for field in REQUIRED[kind] if field not in held]
    if (names := NAMES.get(kind)) and not held & set(names):
        missing.insert(0, names[0])
    return tuple(missing)


def is_field(kind: str, field: str) -> bool:
    """Whether registers of this kind have such a field."""
    return field in fields(kind)


def _of_languages(heading: str) -> bool:
    """A column of languages: their codes look like those of countries, and are none."""
    return not LANGUAGE_WORDS.isdisjoint(fold(heading).split())


def _called(known: Mapping[str, str], heading: str, upper: str) -> str | None:
    """The field that a heading means: with what stands above it, whole, in one of its languages, or by part of it."""
    own = known.get(fold(heading))
    if upper and heading:
        for both in (f"{upper} {heading}", f"{heading} {upper}"):
            if found := known.get(fold(both)):
                return found
        if fold(heading) in NAME_WORDS and known.get(fold(upper)) in NAMED:
            return known[fold(upper)]
    return own or _in_several_languages(known, heading) or _inside(known, heading)


def _in_several_languages(known: Mapping[str, str], heading: str) -> str | None:
    """One field in the languages that a heading is written in: `Ölkə / Country`, `Land (country)`, `Ölkə Country`."""
    parts = [each for each in re.split(r"[/|\\()\[\];,:]+", heading) if each.strip()]
    for several in (parts, heading.split()):
        found = {known[fold(each)] for each in several if fold(each) in known}
        if len(several) > 1 and len(found) == 1 and (several is parts or all(fold(each) in known for each in several)):
            return found.pop()
    return None


def _inside(known: Mapping[str, str], heading: str) -> str | None:
    """A heading of several words that holds a known one of at least two words."""
    key = f" {fold(heading)} "
    found = [word for word in known if " " in word and f" {word} " in key]
    return known[max(found, key=len)] if found else None


def _is(head: Head, place: int, fits: Callable[[str], bool]) -> bool:
    samples = head.samples[place]
    return bool(samples) and sum(map(fits, samples)) >= len(samples) * ALMOST_ALL

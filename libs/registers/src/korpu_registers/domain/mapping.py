"""Guessing which column is what: by its heading, else by what stands in it; corrected by a person."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from korpu_chassis.i18n.text import fold
from korpu_registers.parts import Column, DefaultValue
from korpu_registers.reading.files import Head, letter_of
from korpu_registers.reading.words import country, fields, headings, meaning

ALMOST_ALL = 0.8
LANGUAGE_WORDS = frozenset(
    fold(word)
    for word in ("dil", "dili", "language", "languages", "lang", "язык", "языки", "sprache", "sprachen", "langue",
                 "langues", "idioma", "idiomas", "legalnamelang")
)  # fmt: skip


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


def names_country(text: str) -> bool:
    """A country by its name, or by a code in capitals: two small letters may be anything."""
    return country(text) is not None and not (len(text) == len("az") and text.islower())


Sniffed = tuple[str, Callable[[str], bool]]
"""A field, and what its cells look like."""


@dataclass(frozen=True)
class Form:
    """How a register of one kind is written: what a row must say, and by what its columns are known.

    Its headings stand in `reading/headings.toml`.
    """

    kind: str
    required: tuple[str, ...]
    """What every row says, in a column of its own or in what all rows say."""
    names: tuple[str, ...] = ()
    """Of these one is enough."""
    days: frozenset[str] = frozenset()
    """The fields that are days."""
    sniffed: Sequence[Sniffed] = ()
    """By what stands in it a column without a known heading is guessed, the surest first."""
    named: frozenset[str] = frozenset()
    """The fields that name somebody: a heading *Name* under their word is theirs."""
    titled: tuple[str, str] | None = None
    """A field that the name of the sheet or the file may say for all rows, and by which words it does."""


def guess(form: Form, head: Head) -> tuple[Column, ...]:
    """What each column seems to be; a field is given once, and a column that is nothing known is kept.

    Of two columns for one field the one has it whose heading is the more usual word: it stands earlier in the list.
    """
    taken: dict[int, str] = {}
    over = head.upper or ("",) * len(head.headings)
    called = [_called(form, *pair) for pair in zip(head.headings, over, strict=True)]
    for place in sorted(range(len(called)), key=lambda place: _usual(form, head.headings[place])):
        if (field := called[place]) and field not in taken.values():
            taken[place] = field
    unnamed = [place for place, field in enumerate(called) if field is None and not _of_languages(head.headings[place])]
    for field, fits in form.sniffed:
        found = next((each for each in unnamed if each not in taken and _is(head, each, fits)), None)
        if found is not None and field not in taken.values():
            taken[found] = field
    return tuple(
        Column(letter=letter_of(place), heading=heading, field=taken.get(place))
        for place, heading in enumerate(head.headings)
    )


def guess_defaults(form: Form, columns: Sequence[Column], *called: str) -> tuple[DefaultValue, ...]:
    """What every row says without a column for it: the direction of letters, by how the sheet or the file is called."""
    if form.titled is None or any(each.field == form.titled[0] for each in columns):
        return ()
    field, of = form.titled
    words = (" ".join(re.findall(r"[^\W\d_]{4,}", each)) for each in called)
    found = next(filter(None, (meaning(of, each) for each in words)), None)
    return (DefaultValue(field=field, value=found),) if found else ()


def unmapped(form: Form, columns: Sequence[Column], defaults: Sequence[DefaultValue]) -> tuple[str, ...]:
    """The fields that every row needs, and neither a column nor all rows together have.

    A column of our own codes is enough: an exported file shows what may be shown, not what every row needs.
    """
    held = {each.field for each in columns} | {each.field for each in defaults}
    if "code" in held:
        return ()
    missing = [field for field in form.required if field not in held]
    if form.names and held.isdisjoint(form.names):
        missing.insert(0, form.names[0])
    return tuple(missing)


def is_field(kind: str, field: str) -> bool:
    """Whether registers of this kind have such a field."""
    return field in fields(kind)


def _usual(form: Form, heading: str) -> int:
    """How usual a heading is; one that is known by a part alone comes after all."""
    known = list(headings(form.kind))
    return known.index(fold(heading)) if fold(heading) in known else len(known)


def _of_languages(heading: str) -> bool:
    """A column of languages: their codes look like those of countries, and are none."""
    return not LANGUAGE_WORDS.isdisjoint(fold(heading).split())


def _called(form: Form, heading: str, upper: str) -> str | None:
    """The field that a heading means: with what stands above it, whole, in one of its languages, or by part of it."""
    known = headings(form.kind)
    own = known.get(fold(heading))
    if upper and heading:
        for both in (f"{upper} {heading}", f"{heading} {upper}"):
            if found := known.get(fold(both)):
                return found
        if fold(heading) in NAME_WORDS and known.get(fold(upper)) in form.named:
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

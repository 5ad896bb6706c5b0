"""Templates as they were released: each version is a folder that never changes, and a paper keeps the one it had."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.i18n.text import Texts as Said

TEMPLATES = Path(__file__).parents[1] / "templates"
HOUSE = "house"

Texts = Mapping[str, str]


class Template(StrEnum):
    """What a paper is made from."""

    LETTER = "letter"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    AMENDMENT = "amendment"
    TERMINATION = "termination"


@dataclass(frozen=True)
class Edition:
    """One version of a template: its title, its clauses and its words in every language."""

    template: str
    version: int
    title: Texts
    clauses: Mapping[str, Mapping[str, Texts]]
    words: Mapping[str, Texts]

    @property
    def source(self) -> Path:
        """The file that is typeset."""
        return TEMPLATES / self.template / str(self.version) / "paper.typ"

    def clause(self, name: str, languages: tuple[str, ...], values: Mapping[str, Texts]) -> dict[str, Any]:
        """One clause in these languages, with the values in their places."""
        kept = self.clauses[name]
        said = {language: _filled(kept["text"][language], language, values) for language in languages}
        return {"heading": {language: kept["heading"][language] for language in languages}, "text": said}


def versions_of(template: str, templates: Path = TEMPLATES) -> list[int]:
    """The versions of a template, the oldest first."""
    return sorted(int(each.name) for each in (templates / template).iterdir() if each.name.isdigit())


def edition(template: str, version: int | None = None) -> Edition:
    """One version of a template, or the newest; `LookupError` when there is none."""
    known = versions_of(template)
    wanted = known[-1] if version is None else version
    if wanted not in known:
        raise LookupError(template)
    return _read(template, wanted)


def title_of(template: str, version: int) -> LocalizedText:
    """What papers of this version are called."""
    return LocalizedText.of(Said.model_validate(edition(template, version).title))


@cache
def _read(template: str, version: int) -> Edition:
    folder = TEMPLATES / template / str(version)
    kept = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    shared = tomllib.loads((TEMPLATES / HOUSE / "1" / "words.toml").read_text("utf-8"))
    return Edition(template, version, kept["title"], kept.get("clauses", {}), shared | kept.get("words", {}))


def _filled(words: str, language: str, values: Mapping[str, Texts]) -> str:
    """Put each value into its place in one pass, so that braces inside a value stay what they are."""
    pieces = words.replace("}", "{").split("{")
    return "".join(values[piece][language] if place % 2 else piece for place, piece in enumerate(pieces))

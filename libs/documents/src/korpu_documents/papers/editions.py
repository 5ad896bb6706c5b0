"""Templates as they were released: each version is a folder that never changes, and a paper keeps the one it had."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.i18n.text import Texts as Said
from korpu_documents.papers.refusals import NoSuchTemplate, WrongLanguages

SHARED = Path(__file__).parent / "templates"
"""What the papers of all owners share: letterhead, columns, signatures, and the words of these."""
HOUSE = "house"
PLACE = re.compile(r"\{([^{}]+)\}")

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Edition:
    """One version of a template: its title, its clauses and its words in every language.

    `house` is the version of what all papers share; from the third on, last words stand with the signature.
    """

    template: str
    version: int
    title: Texts
    clauses: Mapping[str, Mapping[str, Texts]]
    words: Mapping[str, Texts]
    root: Path = SHARED
    house: int = 1

    @property
    def source(self) -> Path:
        """The file that is typeset."""
        return self.root / self.template / str(self.version) / "paper.typ"

    @property
    def places(self) -> set[str]:
        """The names of the values that its clauses have room for."""
        return {
            name for each in self.clauses.values() for text in each["text"].values() for name in PLACE.findall(text)
        }

    def clause(self, name: str, languages: tuple[str, ...], values: Mapping[str, Texts]) -> dict[str, Any]:
        """One clause in these languages, with the values in their places."""
        kept = self.clauses[name]
        said = {language: _filled(kept["text"][language], language, values) for language in languages}
        return {"heading": {language: kept["heading"][language] for language in languages}, "text": said}

    def sentence(self, word: str, languages: tuple[str, ...], values: Mapping[str, Texts]) -> dict[str, str]:
        """A word of the template that has places, with the values in them."""
        return {language: _filled(self.words[word][language], language, values) for language in languages}


class Templates:
    """The templates of one owner: a folder of folders, one for each version that was released."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def versions_of(self, template: str) -> list[int]:
        """The versions of a template, the oldest first."""
        return sorted(int(each.name) for each in (self.root / template).iterdir() if each.name.isdigit())

    def edition(self, template: str, version: int | None = None) -> Edition:
        """One version of a template, or the newest; `LookupError` when there is none."""
        known = self.versions_of(template)
        wanted = known[-1] if version is None else version
        if wanted not in known:
            raise LookupError(template)
        return _read(self.root, template, wanted)

    def chosen(self, template: str, version: int | None, languages: tuple[str, ...]) -> Edition:
        """The version of the template that is wanted, in languages that two columns can hold."""
        if len(set(languages)) != len(languages):
            raise WrongLanguages("languages")
        try:
            return self.edition(template, version)
        except LookupError:
            raise NoSuchTemplate("template_version") from None

    def title_of(self, template: str, version: int) -> LocalizedText:
        """What papers of this version are called."""
        return LocalizedText.of(Said.model_validate(self.edition(template, version).title))


@cache
def _read(root: Path, template: str, version: int) -> Edition:
    folder = root / template / str(version)
    kept = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    house = int(kept.get("house", 1))
    shared = tomllib.loads((SHARED / HOUSE / str(house) / "words.toml").read_text("utf-8"))
    words = shared | kept.get("words", {})
    return Edition(template, version, kept["title"], kept.get("clauses", {}), words, root, house)


def _filled(words: str, language: str, values: Mapping[str, Texts]) -> str:
    """Put each value into its place in one pass, so that braces inside a value stay what they are."""
    pieces = words.replace("}", "{").split("{")
    return "".join(values[piece][language] if place % 2 else piece for place, piece in enumerate(pieces))

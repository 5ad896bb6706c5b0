"""What an organisation is called on a paper: its official name in a language, as partners tells it."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from pydantic import ConfigDict

from korpu_chassis.persistence.store import Part


class Named(Protocol):
    """One name of an organisation, in one language."""

    @property
    def language(self) -> str:
        """The language that it is in."""

    @property
    def kind(self) -> str:
        """A label, its name in its own script, or another way to write it."""

    @property
    def text(self) -> str:
        """The name."""


class HeardName(Part):
    """A name as others than partners hear it."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)

    language: str
    kind: str
    text: str


def called(names: Sequence[Named], language: str) -> str:
    """The name in this language, else the English one, else the one in its own script."""
    return min(names, key=lambda each: _rank(each, language)).text


def called_in(names: Sequence[Named], languages: Iterable[str]) -> dict[str, str]:
    """The name in each of these languages."""
    return {each: called(names, each) for each in languages}


def _rank(name: Named, language: str) -> tuple[bool, ...]:
    return (
        name.kind not in {"label", "native"},
        name.language != language,
        name.language != "en",
        name.kind != "label",
    )

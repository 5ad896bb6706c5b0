"""Who reads which rows: predicates on the columns of a document, asked in PostgreSQL for every path to it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from korpu_gateway.reads.arguments import Bind, Caller


class Rows(ABC):
    """Some of the documents of a kind."""

    @abstractmethod
    def sql(self, row: str, bind: Bind) -> str:
        """The predicate on the columns of this row."""

    def __or__(self, other: "Rows") -> "Rows":
        return _Joined(" OR ", (self, other))

    def __and__(self, other: "Rows") -> "Rows":
        return _Joined(" AND ", (self, other))


@dataclass(frozen=True)
class _Joined(Rows):
    word: str
    parts: tuple[Rows, ...]

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"({self.word.join(part.sql(row, bind) for part in self.parts)})"


@dataclass(frozen=True)
class _Fixed(Rows):
    answer: str

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return self.answer


@dataclass(frozen=True)
class among(Rows):  # noqa: N801 - reads as a word in a declaration
    """Rows whose column holds one of these words."""

    column: str
    words: tuple[str, ...]

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.column} IN ({', '.join(repr(str(word)) for word in self.words)})"


@dataclass(frozen=True)
class of_unit(Rows):  # noqa: N801 - reads as a word in a declaration
    """Rows of the caller's own units."""

    column: str = "unit"

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.column} = ANY({bind(Caller('units'), 'text[]')})"


@dataclass(frozen=True)
class own(Rows):  # noqa: N801 - reads as a word in a declaration
    """Rows about the caller."""

    column: str = "person_id"

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.column} = {bind(Caller('person_id'), 'uuid')}"


everything = _Fixed("TRUE")
nothing = _Fixed("FALSE")

OFFICE = frozenset({"officer", "head"})
REVIEWERS = frozenset({"legal", "finance", "rectorate"})
STAFF = OFFICE | REVIEWERS | {"faculty_coordinator", "auditor"}
EVERYBODY: frozenset[str] = frozenset()


def readable(rules: Mapping[frozenset[str], Rows], roles: frozenset[str]) -> Rows:
    """What a caller with these roles may read; what is granted to everybody needs no role."""
    granted = [rows for needed, rows in rules.items() if needed == EVERYBODY or needed & roles]
    if everything in granted or not granted:
        return everything if granted else nothing
    return granted[0] if len(granted) == 1 else _Joined(" OR ", tuple(granted))

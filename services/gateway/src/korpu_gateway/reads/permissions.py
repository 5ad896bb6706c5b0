"""Who reads what: predicates on the values of a document, asked in PostgreSQL for every path to it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.reads.arguments import Bind, Caller

OFFICE = frozenset({"officer", "head"})
SIGNED_IN = frozenset({"*"})
EVERYBODY: frozenset[str] = frozenset()
COORDINATOR = frozenset({"faculty_coordinator"})
STAFF = OFFICE | COORDINATOR | {"legal", "finance", "rectorate", "auditor"}


def grants(principal: Principal) -> frozenset[str]:
    """What a caller may bring forward: the roles, and that somebody is signed in."""
    return principal.roles if principal.is_anonymous else principal.roles | SIGNED_IN


class Rows(ABC):
    """Some of the documents of a kind."""

    @abstractmethod
    def sql(self, row: str, bind: Bind) -> str:
        """The predicate on the columns of a row."""

    @abstractmethod
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        """The same predicate, asked of one document."""

    @property
    def columns(self) -> frozenset[str]:
        """The columns that the predicate asks."""
        return frozenset()

    @property
    def few(self) -> bool:
        """Whether it leaves the few rows that are about one person."""
        return False

    def __or__(self, other: "Rows") -> "Rows":
        return _Any((self, other))


@dataclass(frozen=True)
class _Any(Rows):
    parts: tuple[Rows, ...]

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"({' OR '.join(part.sql(row, bind) for part in self.parts)})"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return any(part.holds(document, principal) for part in self.parts)

    @property
    @override
    def columns(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.columns for part in self.parts))

    @property
    @override
    def few(self) -> bool:
        return all(part.few for part in self.parts)


@dataclass(frozen=True)
class _Fixed(Rows):
    answer: bool

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return str(self.answer).upper()

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return self.answer


@dataclass(frozen=True)
class _Named(Rows):
    """Documents in which one value is looked at."""

    name: str

    @property
    @override
    def columns(self) -> frozenset[str]:
        return frozenset({self.name})


@dataclass(frozen=True)
class among(_Named):  # noqa: N801 - reads as a word in a declaration
    """Documents in which a value is one of these words."""

    words: tuple[str, ...]

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.name} IN ({', '.join(repr(word) for word in self.words)})"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return document.get(self.name) in self.words


@dataclass(frozen=True)
class of_unit(_Named):  # noqa: N801 - reads as a word in a declaration
    """Documents of the caller's own units."""

    name: str = "unit"

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.name} = ANY({bind(Caller('units'), 'text[]')})"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return document.get(self.name) in principal.units


@dataclass(frozen=True)
class own(_Named):  # noqa: N801 - reads as a word in a declaration
    """Documents about the caller."""

    name: str = "person_id"

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.name} = {bind(Caller('person_id'), 'uuid')}"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return principal.person_id is not None and document.get(self.name) == str(principal.person_id)

    @property
    @override
    def few(self) -> bool:
        return True


@dataclass(frozen=True)
class own_among(_Named):  # noqa: N801 - reads as a word in a declaration
    """Documents that name the caller among others."""

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.name} @> ARRAY[{bind(Caller('person_id'), 'uuid')}]"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return principal.person_id is not None and str(principal.person_id) in document.get(self.name, ())

    @property
    @override
    def few(self) -> bool:
        return True


@dataclass(frozen=True)
class having(_Named):  # noqa: N801 - reads as a word in a declaration
    """Documents in which a reference is not empty."""

    @override
    def sql(self, row: str, bind: Bind) -> str:
        return f"{row}.{self.name} IS NOT NULL"

    @override
    def holds(self, document: Mapping[str, Any], principal: Principal) -> bool:
        return document.get(self.name) is not None


everything: Rows = _Fixed(answer=True)
nothing: Rows = _Fixed(answer=False)

Rules = Mapping[frozenset[str], Rows]
"""Which documents whoever holds one of these grants may read; what everybody may needs none."""


def readable(rules: Rules, granted: frozenset[str]) -> Rows:
    """What a caller with these grants may read."""
    allowed = [rows for needed, rows in rules.items() if needed == EVERYBODY or needed & granted]
    if everything in allowed or not allowed:
        return everything if allowed else nothing
    return allowed[0] if len(allowed) == 1 else _Any(tuple(allowed))


INSIDE: Rules = {STAFF - COORDINATOR: everything, COORDINATOR: of_unit()}
"""What the office's own people see of a thing: all of them, and a faculty's coordinator of the faculty's things."""

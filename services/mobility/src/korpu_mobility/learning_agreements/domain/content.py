"""What a version says: its components, their credits on both sides, and the hash that signatures are bound to."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from korpu_mobility.learning_agreements.refusals.content import ComponentTwice, NothingPlanned


class Table(StrEnum):
    """The tables of the European template: A at the host, B recognised at home, C virtual or blended."""

    HOST = "host"
    HOME = "home"
    VIRTUAL = "virtual"


class Planned(Protocol):
    """A component, as far as these rules go."""

    @property
    def table(self) -> Table:
        """Where it stands."""

    @property
    def name(self) -> str:
        """By what it is known in its table."""

    @property
    def ects(self) -> Decimal:
        """Its credits."""


STUDIED = (Table.HOST, Table.VIRTUAL)


def credits_in(components: Sequence[Planned], *tables: Table) -> Decimal:
    """The credits of these tables together."""
    return sum((each.ects for each in components if each.table in tables), Decimal())


def require_each_once(components: Sequence[Planned]) -> None:
    """A component stands once in its table."""
    seen: set[tuple[Table, str]] = set()
    for number, each in enumerate(components):
        if (each.table, each.name) in seen:
            raise ComponentTwice(f"components.{number}", component=each.name)
        seen.add((each.table, each.name))


def require_complete(components: Sequence[Planned]) -> None:
    """Something is studied abroad, and something is recognised for it at home."""
    if not any(each.table in STUDIED for each in components) or not any(
        each.table == Table.HOME for each in components
    ):
        raise NothingPlanned("components")


def hash_of(content: Mapping[str, Any]) -> str:
    """The SHA-256 of a version's canonical bytes: JSON without blanks, keys in order, UTF-8, credits as text.

    Equal content has equal bytes, whoever writes it down; the stay and the number are part of it, so that no
    signature fits another stay or another version.
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()

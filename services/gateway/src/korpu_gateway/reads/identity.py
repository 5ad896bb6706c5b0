"""Global ids: the kind and the id of a thing, `agreement:0192…`, the same in every answer and message."""

from collections.abc import Callable
from functools import cache, partial
from uuid import UUID


def global_id(kind: str, id: UUID | str) -> str:
    """The global id of a thing."""
    return f"{kind}:{id}"


def kind_of(given: str) -> str:
    """The kind that a global id names."""
    return given.partition(":")[0]


def identity_of_any(given: str) -> UUID | None:
    """Read a global id of whatever kind; an unreadable one names nothing."""
    return _read(kind_of(given), given)


@cache
def identity(kind: str) -> Callable[[str], UUID | None]:
    """Reads the global ids of one declared kind; another kind's or an unreadable one names nothing."""
    return partial(_read, kind)


def _read(kind: str, given: str) -> UUID | None:
    named, _, id = given.partition(":")
    try:
        return UUID(id) if named == kind else None
    except ValueError:
        return None

"""One of several parts of a thing: found by its id, and put in the place of what it was."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID

from korpu_chassis.refusals import Refusal


class Identified(Protocol):
    """A part that is told from others by its id."""

    @property
    def id(self) -> UUID:
        """Given once, and never again."""


P = TypeVar("P", bound=Identified)


def one_of(parts: Iterable[P], id: UUID, missing: Refusal) -> P:
    """The part with this id; none is a refusal."""
    for each in parts:
        if each.id == id:
            return each
    raise missing


def put(parts: Iterable[P], changed: P) -> tuple[P, ...]:
    """The parts with this one as it now is."""
    return tuple(changed if each.id == changed.id else each for each in parts)


def without(parts: Iterable[P], gone: P) -> tuple[P, ...]:
    """The parts but for this one."""
    return tuple(each for each in parts if each.id != gone.id)

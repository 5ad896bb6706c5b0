"""Changes of what all three have signed: each component that goes or comes has a coded reason that fits."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from korpu_mobility.learning_agreements.domain.content import STUDIED, Planned, Table
from korpu_mobility.learning_agreements.refusals.changes import ReasonDoesNotFit, ReasonMissing


class ChangeReason(StrEnum):
    """Why a component is left out or put in, as the European template codes it."""

    NOT_AVAILABLE = "not_available"
    LANGUAGE_MISMATCH = "language_mismatch"
    TIMETABLE_CONFLICT = "timetable_conflict"
    SUBSTITUTING_DELETED = "substituting_deleted"
    EXTENDING_MOBILITY = "extending_mobility"
    ADDING_VIRTUAL_COMPONENT = "adding_virtual_component"


DELETION = (ChangeReason.NOT_AVAILABLE, ChangeReason.LANGUAGE_MISMATCH, ChangeReason.TIMETABLE_CONFLICT)
INSERTION = (ChangeReason.SUBSTITUTING_DELETED, ChangeReason.EXTENDING_MOBILITY)


class Reasoned(Protocol):
    """A coded reason, as far as these rules go."""

    @property
    def table(self) -> Table:
        """Where the component stands or stood."""

    @property
    def component(self) -> str:
        """By what it is known there."""

    @property
    def reason(self) -> ChangeReason:
        """Why it goes or comes."""


Key = tuple[Table, str]


def require_reasons(before: Sequence[Planned], after: Sequence[Planned], changes: Sequence[Reasoned]) -> None:
    """What is studied goes and comes with a reason of its sort, each once; nothing else has one.

    What is recognised at home follows from it and needs none, as in tables A2 and B2 of the template.
    """
    gone, come = _studied(before) - _studied(after), _studied(after) - _studied(before)
    reasoned: set[Key] = set()
    for number, each in enumerate(changes):
        key = (each.table, each.component)
        if key in reasoned or each.reason not in _fitting(key, gone, come):
            raise ReasonDoesNotFit(f"changes.{number}.reason", component=each.component)
        reasoned.add(key)
    if missing := sorted((gone | come) - reasoned):
        raise ReasonMissing("changes", component=missing[0][1])


def _studied(components: Sequence[Planned]) -> set[Key]:
    return {(each.table, each.name) for each in components if each.table in STUDIED}


def _fitting(key: Key, gone: set[Key], come: set[Key]) -> Sequence[ChangeReason]:
    if key in gone:
        return DELETION
    if key not in come:
        return ()
    return (*INSERTION, ChangeReason.ADDING_VIRTUAL_COMPONENT) if key[0] == Table.VIRTUAL else INSERTION

"""Which changes concern a subscription."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from korpu_chassis.refusals import InvalidInput, Wrong
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.identity import identity, identity_of_any
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.subscriptions.happened import Changed
from korpu_gateway.subscriptions.tasks import TasksSaid
from korpu_gateway.subscriptions.watch import Change


@dataclass(frozen=True)
class Interest:
    """Which changes concern a subscription: those of these kinds, and of these things if any are named."""

    kinds: frozenset[str]
    ids: frozenset[UUID] | None
    every_version: bool

    def holds(self, change: Change) -> bool:
        """The change concerns it."""
        return change.kind in self.kinds and (self.ids is None or change.id in self.ids)

    def key(self, change: Change) -> Hashable:
        """Changes with the same key need one answer only."""
        return change if self.every_version else change.id


def interest_of(declared: ReadField, given: Mapping[str, Any]) -> Interest:
    """Which changes concern a subscription that was asked with these arguments."""
    if isinstance(declared.source, Changed):
        ids = _ids([given["id"]], declared.source.kind) if given["id"] is not None else None
        return Interest(frozenset({declared.source.kind}), ids, every_version=False)
    if isinstance(declared.source, TasksSaid):
        return Interest(frozenset(KINDS), None, every_version=False)
    named = [kind.value for kind in given["kinds"]] if given["kinds"] is not None else list(KINDS)
    ids = _ids(given["ids"]) if given["ids"] is not None else None
    return Interest(frozenset(named), ids, every_version=True)


def _ids(given: Iterable[str], kind: str | None = None) -> frozenset[UUID]:
    found = [identity(kind)(each) if kind else identity_of_any(each) for each in given]
    if None in found:
        raise InvalidInput(errors=[Wrong("id" if kind else "ids", "wrong-type")])
    return frozenset(each for each in found if each)

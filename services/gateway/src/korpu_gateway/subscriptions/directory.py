"""Which groups a change may concern, found without asking each of them."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from korpu_gateway.subscriptions.group import Group
from korpu_gateway.subscriptions.watch import Change


class Directory:
    """Groups by the things that they watch; those that watch whole kinds stand apart."""

    def __init__(self) -> None:
        self._by_id: dict[UUID, set[Group]] = defaultdict(set)
        self._by_kind: dict[str, set[Group]] = defaultdict(set)

    def add(self, group: Group) -> None:
        """From now on the group is found."""
        interest = group.live.interest
        for id in interest.ids or ():
            self._by_id[id].add(group)
        for kind in interest.kinds if interest.ids is None else ():
            self._by_kind[kind].add(group)

    def remove(self, group: Group) -> None:
        """The group is found no more."""
        for id in group.live.interest.ids or ():
            self._by_id[id].discard(group)
            if not self._by_id[id]:
                del self._by_id[id]
        for kind in group.live.interest.kinds:
            self._by_kind[kind].discard(group)

    def of_thing(self, change: Change) -> Iterator[Group]:
        """Groups that watch just this thing, among others perhaps."""
        yield from tuple(self._by_id.get(change.id, ()))

    def of_kind(self, kind: str) -> Iterator[Group]:
        """Groups that watch everything of this kind."""
        yield from tuple(self._by_kind.get(kind, ()))

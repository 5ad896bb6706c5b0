"""Fields whose values the read model does not hold: their owner tells them, to whom it may."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graphql import get_named_type, is_object_type
from typing_extensions import override

from korpu_gateway.owners.personal import Register, Wanted
from korpu_gateway.reads.fields import ReadField, Site, Source
from korpu_gateway.reads.leaves import json_at

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


def alone(value: Any) -> Any:
    """The one value as it is."""
    return value


class Told(Source):
    """A value made of what an owner tells of the person (or organisation) whose id stands in the document."""

    def __init__(self, register: Register, names: tuple[str, ...], made: Callable[..., Any]) -> None:
        self.register = register
        self.names = names
        self._made = made

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        wanted = self.wanted(value["id"])
        await reading.personal.gather(wanted)
        return self.told(reading, value["id"])

    def wanted(self, id: str) -> list[Wanted]:
        """What must be known before the value can be made."""
        return [(self.register, id, name) for name in self.names]

    def told(self, reading: "Reading", id: str) -> Any:
        """The value, of what is known; nothing when none of it is."""
        known = [reading.personal.known(*each) for each in self.wanted(id)]
        return None if all(each is None for each in known) else self._made(*known)

    @override
    def sql(self, site: Site) -> str:
        if is_object_type(get_named_type(site.type)):
            return site.compiler.give_up(site)
        return site.compiler.hole(self, {}, f"'['||({json_at(site.base, ('id',))})::text||']'")


def told(register: Register, *names: str, made: Callable[..., Any] = alone, description: str | None = None) -> Any:
    """What the owner tells under these names."""
    return ReadField(Told(register, names, made), description=description)

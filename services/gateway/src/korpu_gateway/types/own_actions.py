"""What the caller may do with a thing of theirs, where only its owner knows that it is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from korpu_gateway.owners.personal import Register, Wanted
from korpu_gateway.owners.remote_fields import Told
from korpu_gateway.reads.declared import snake
from korpu_gateway.reads.fields import ReadField, Site
from korpu_gateway.reads.leaves import json_at
from korpu_gateway.types.actions import available, deciding

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class OwnActions(Told):
    """What the caller may do now; of things that hide whose they are the owner is asked whether they are the caller's.

    `hides` says in the document that its owner is to be asked; `theirs` is what the document keeps silent about, and by
    which commands are open to whoever the thing belongs to.
    """

    def __init__(self, kind: str, register: Register, name: str, *, hides: str, theirs: str) -> None:
        super().__init__(register, (name,), made=bool)
        self._kind = kind
        self._hides = hides
        self._theirs = theirs

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        asked = value["id"] if value.get(self._hides) else None
        await reading.personal.gather(self.wanted(asked))
        return self.told(reading, asked, *(value.get(name) for name in deciding(self._kind)))

    @override
    def wanted(self, id: str | None) -> list[Wanted]:
        return super().wanted(id) if id else []

    @override
    def told(self, reading: "Reading", id: str | None, *values: Any) -> Any:
        held = dict(zip(deciding(self._kind), values, strict=True))
        if id and reading.personal.known(self.register, id, self.names[0]):
            held[self._theirs] = str(reading.principal.person_id)
        return available(self._kind, reading.asking({}), *held.values())

    @override
    def sql(self, site: Site) -> str:
        names = [json_at(site.base, (name,)) for name in deciding(snake(site.owner.name))]
        asked = f"case when ({site.base}->>'{self._hides}')::boolean then ({json_at(site.base, ('id',))})::text end"
        values = "||','||".join(f"coalesce(({each})::text,'null')" for each in (asked, *names))
        return site.compiler.hole(self, {}, f"'['||{values}||']'")


def own_actions(kind: str, register: Register, name: str, *, hides: str, theirs: str) -> Any:
    """The mutations that this caller may use now, also on what is theirs and does not say so."""
    source = OwnActions(kind, register, name, hides=hides, theirs=theirs)
    return ReadField(source, description="The mutations that this caller may use on it now.")

"""What the caller may do now with a thing, so that a portal shows the right buttons: as the owners declare it."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from korpu_gateway.mutations.contracts import Command, contracts
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.reads.declared import snake
from korpu_gateway.reads.fields import Site, Source
from korpu_gateway.reads.leaves import json_at

if TYPE_CHECKING:
    from korpu_gateway.reads.fields import Asking
    from korpu_gateway.reads.reading import Reading


@cache
def commands(kind: str) -> Sequence[Command]:
    """The commands that change this kind of thing."""
    return [
        each for contract in contracts() for each in contract.commands if each.aggregate == kind and not each.creates
    ]


@cache
def deciding(kind: str) -> tuple[str, ...]:
    """The values of the document on which it depends what may be done."""
    named = {"status"}
    for command in commands(kind):
        named |= set(command.barred)
        named |= {name for grant in command.who for name in (grant.of, grant.own) if name}
    return tuple(sorted(named))


def available(kind: str, asking: "Asking", *values: Any) -> list[str]:
    """The mutations that the owner would not refuse for who asks, or for where the thing stands."""
    held = dict(zip(deciding(kind), values, strict=True))
    return [
        command.name[0].lower() + command.name[1:]
        for command in commands(kind)
        if (command.when is None or held["status"] in command.when)
        and all(held[name] != asking.principal.subject for name in command.barred)
        and any(grant.admits(asking.principal, held) for grant in command.who)
    ]


class Actions(Source):
    """What the caller may do now."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        kind = value[WORDS]["kind"]
        return available(kind, reading.asking(given), *(value.get(name) for name in deciding(kind)))

    @override
    def sql(self, site: Site) -> str:
        kind = snake(site.owner.name)
        values = "||','||".join(f"coalesce(({json_at(site.base, (name,))})::text,'null')" for name in deciding(kind))
        return site.compiler.hole(partial(available, kind), {}, f"'['||{values}||']'")

"""What the caller may do now with a thing, and what stands in the way of the rest: as the owners declare and say it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import strawberry
from typing_extensions import override

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.mutations.contracts import Command, contracts
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.reads.declared import snake
from korpu_gateway.reads.fields import Site, Source
from korpu_gateway.reads.kinds import KINDS, TYPES
from korpu_gateway.reads.leaves import json_at
from korpu_gateway.reads.permissions import grants

if TYPE_CHECKING:
    from korpu_gateway.reads.fields import Asking
    from korpu_gateway.reads.reading import Reading

CLOSED, TASKS = "closed", "tasks"
"""What the owner says of a thing: which commands something stands in the way of, and what waits for whom."""


@strawberry.type(description="A mutation that is near, and what stands in its way.")
class ClosedAction:
    """A mutation that is near, and what stands in its way."""

    action: str = strawberry.field(description="The mutation.")
    code: str = strawberry.field(description="The refusal that it would meet now.")


TYPES["ClosedAction"] = ClosedAction


@cache
def commands(kind: str) -> Sequence[Command]:
    """The commands that change this kind of thing."""
    return [
        each for contract in contracts() for each in contract.commands if each.aggregate == kind and not each.creates
    ]


@cache
def deciding(kind: str) -> tuple[str, ...]:
    """The values of the document on which it depends what may be done."""
    named = {"status", CLOSED} | ({"kind"} if KINDS[kind].parted else set())
    for command in commands(kind):
        named |= set(command.barred)
        named |= {name for grant in command.who for name in (grant.of, grant.own, grant.named) if name}
        named |= {TASKS} if command.in_turn else set()
    return tuple(sorted(named))


def _near(kind: str, principal: Principal, held: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """The mutations that the caller's roles and the thing's status allow, each with what stands in its way."""
    found = []
    keeper = KINDS[kind].keeper(held.get("kind"))
    for command in commands(kind):
        if (
            (keeper is None or keeper in command.services)
            and (command.when is None or held["status"] in command.when)
            and all(held[name] != principal.subject for name in command.barred)
            and any(grant.admits(principal, held) for grant in command.who)
        ):
            code = (held[CLOSED] or {}).get(command.name)
            turns = [frozenset()] if code or not command.in_turn else _turns(command, principal, held)
            if not turns or not all(_ids(principal) & never for never in turns):
                found.append((command.name[0].lower() + command.name[1:], code if turns else command.in_turn))
    return found


def _turns(command: Command, principal: Principal, held: Mapping[str, Any]) -> list[frozenset[str]]:
    """Whom each task keeps out that waits for this command of the caller's office, whoever there has it.

    What was said before there were tasks says nothing of turns: everybody has it then.
    """
    if held[TASKS] is None:
        return [frozenset()]
    return [
        frozenset(each["never"])
        for task in held[TASKS]
        for each in task["waits_for"]
        if command.name in each["what"]
        and each["role"] in grants(principal)
        and (each["unit"] is None or each["unit"] in principal.units)
    ]


def _ids(principal: Principal) -> frozenset[str]:
    return frozenset({principal.subject, str(principal.person_id)})


def available(kind: str, asking: "Asking", *values: Any) -> list[str]:
    """The mutations that the owner would not refuse for who asks, or for how the thing stands."""
    held = dict(zip(deciding(kind), values, strict=True))
    return [action for action, code in _near(kind, asking.principal, held) if code is None]


def closed(kind: str, asking: "Asking", *values: Any) -> list[dict[str, str]]:
    """The mutations that the owner would refuse for how the thing stands, with the refusal."""
    held = dict(zip(deciding(kind), values, strict=True))
    return [{"action": action, "code": code} for action, code in _near(kind, asking.principal, held) if code]


class Actions(Source):
    """What the caller may do now."""

    def __init__(self, decided: Callable[..., Any] = available) -> None:
        self._decided = decided

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        kind = value[WORDS]["kind"]
        return self._decided(kind, reading.asking(given), *(value.get(name) for name in deciding(kind)))

    @override
    def sql(self, site: Site) -> str:
        kind = snake(site.owner.name)
        values = "||','||".join(f"coalesce(({json_at(site.base, (name,))})::text,'null')" for name in deciding(kind))
        return site.compiler.hole(self._partial(site, kind), {}, f"'['||{values}||']'")

    def _partial(self, site: Site, kind: str) -> Any:  # noqa: ARG002 -- what is near and closed asks for some fields
        return partial(self._decided, kind)


class ClosedActions(Actions):
    """What is near and closed, with what stands in its way."""

    def __init__(self) -> None:
        super().__init__(closed)

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return [ClosedAction(**each) for each in super().resolve(value, reading, given)]

    @override
    def _partial(self, site: Site, kind: str) -> Any:
        """Write just the asked fields, under the names by which they are asked for."""
        selection = site.compiler.asked(site.compiler.named("ClosedAction"), site.nodes)
        names = {key: nodes[0].name.value for key, nodes in selection.items()}

        def told(asking: "Asking", *values: Any) -> list[dict[str, str]]:
            plain = ({"__typename": "ClosedAction", **each} for each in closed(kind, asking, *values))
            return [{key: each[name] for key, name in names.items()} for each in plain]

        return told

"""What a person reads of a contract: the lives of the aggregates, and who may do what."""

from collections.abc import Iterator

from korpu_chassis.commands.aggregate import Moves
from korpu_chassis.commands.permission import Role
from korpu_chassis.contract.commands import grant
from korpu_chassis.runtime.assembly import Service


def states(service: Service) -> str:
    """The life of every aggregate as a diagram."""
    parts = [f"# The lives of {service.name}'s aggregates", ""]
    for definition in service.definitions:
        asked = {arrow for each in definition.commands.values() for arrow in _arrows(each.moves, each.name)}
        arrows = sorted(asked | set(_arrows(definition.unasked, "by itself")))
        parts += [f"## {definition.table.__name__}", "", "```mermaid", "stateDiagram-v2", *arrows, "```", ""]
    return "\n".join(parts)


def _arrows(moves: Moves, why: str) -> Iterator[str]:
    for source, targets in moves.items():
        for target in targets:
            yield f"    {source} --> {target}: {why}"


def permissions(service: Service) -> str:
    """The one table of who may do what, in which status."""
    lines = [
        f"# Who may do what in {service.name}",
        "",
        "What is not listed is refused. *of* narrows a role to its own unit, *own* to what is the caller's own.",
        "",
        "| aggregate | command | who | in status | never |",
        "|---|---|---|---|---|",
    ]
    for each in service.commands():
        when = ", ".join(each.when) if each.when else ("–" if each.creates else "any")
        barred = ", ".join(sorted(each.barred)) or "–"
        who = ", ".join(_told(role) for role in each.who)
        lines.append(f"| {each.definition.name} | {each.name} | {who} | {when} | {barred} |")
    return "\n".join([*lines, ""])


def _told(role: Role) -> str:
    said = " ".join(f"{how} {what}" for how, what in grant(role).items() if what)
    return said.removeprefix("role ").replace("*", "anyone signed in", 1)

"""Rooms and cars of the office as the portal sees them."""

from typing import Any

from korpu_gateway.readmodel.columns import number, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything
from korpu_gateway.types.lists.resource import ResourceFilter, ResourceOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.resource import ResourceKind, ResourceStatus


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["name"], "search": (state["name"], *state["spellings"], state["code"])}


@aggregate(
    topic="events.resources.v1",
    plural="resources",
    readers={OFFICE | {"rectorate", "finance", "auditor", "staff"} | COORDINATOR: everything},
    columns=(word("kind"), number("capacity")),
    prepared=_prepared,
    filter=ResourceFilter,
    order=ResourceOrder,
    listed="Rooms and cars of the office, by name.",
)
class Resource(Node):
    """A room or a car that visits may book, by whatever it is called."""

    status: ResourceStatus = at()
    kind: ResourceKind = at()
    name: str = at()
    spellings: list[str] = at()
    capacity: int | None = at()
    place: str | None = at()
    reason: str | None = at()

"""What all things of the office have in common."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import strawberry
from typing_extensions import override

from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.reads.declared import snake
from korpu_gateway.reads.fields import Site, Source, at, sourced
from korpu_gateway.reads.identity import global_id
from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.reads.permissions import INSIDE
from korpu_gateway.types.actions import Actions, ClosedAction, ClosedActions

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class GlobalId(Source):
    """The kind and the id of the thing."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return global_id(value[WORDS]["kind"], value["id"])

    @override
    def sql(self, site: Site) -> str:
        return f"""'"{global_id(snake(site.owner.name), "'||" + site.key(("id",)) + "||'")}"'"""


@strawberry.interface(description="A thing of the office, found by its global id.")
class Node:
    """A thing of the office, found by its global id."""

    id: strawberry.ID = sourced(GlobalId(), description="The same in every answer and message.")
    version: int = at()
    code: str = at()
    unit: str | None = at()
    created_at: datetime = at()
    changed_at: datetime = at()
    author: str | None = at(seen_by=INSIDE)
    correlation_id: UUID | None = at(seen_by=INSIDE)
    available_actions: list[str] = sourced(Actions(), description="The mutations that this caller may use on it now.")
    closed_actions: list[ClosedAction] = sourced(
        ClosedActions(), description="The mutations that are near for this caller, and what stands in the way of each."
    )


TYPES["Node"] = Node

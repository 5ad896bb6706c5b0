"""The change that a subscription tells: how plans and executions come by it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.reads.arguments import Slot
from korpu_gateway.reads.fields import Site, Source, argument
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.relations import node, node_sql, one_sql

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

HAPPENED = "\0happened"
"""The name under which a change stands among the variables of a subscription; no variable can be called so."""


def happened(site: Site, name: str) -> Slot:
    """One value of the change that is told."""
    held: Slot = site.compiler.variables[HAPPENED][name]
    return held


class Changed(Source):
    """The thing of one kind that has changed."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("id", strawberry.ID | None)]

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return reading.loaders.one(self.kind, "id", "uuid").load(value["id"])

    @override
    def sql(self, site: Site) -> str:
        row = site.compiler.alias()
        id = site.compiler.bind(happened(site, "id"), "uuid")
        return one_sql(site, KINDS[self.kind], f"{row}.id = {id}", row)


class ChangedNode(Source):
    """The thing that has changed, of whatever kind."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return node(reading, value["node"])

    @override
    def sql(self, site: Site) -> str:
        return node_sql(site, happened(site, "node"))

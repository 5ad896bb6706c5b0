"""Tasks as the portal sees them: what waits for whoever asks, of which thing, and until when in time."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson
import strawberry
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.reads.connections import Connected
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import Site, Source, argument, at, computed, same_for_all, sourced
from korpu_gateway.reads.identity import global_id
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.leaves import NULL
from korpu_gateway.reads.loaders import Edge, Page, PageInfo, Statement
from korpu_gateway.reads.relations import one_sql
from korpu_gateway.reads.waiting import waiting
from korpu_gateway.types.lists.task import TaskFilter, TaskOrder
from korpu_gateway.types.nodes import Node

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class Thing(Source):
    """The thing of whatever kind that a document names by `kind` and `thing`."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return reading.loaders.one(value["kind"], "id", "uuid").load(value["thing"])

    @override
    def sql(self, site: Site) -> str:
        cases = []
        for kind in KINDS.values():
            row = site.compiler.alias()
            shown = one_sql(site, kind, f"{row}.id = ({site.base}->>'thing')::uuid", row)
            cases.append(f"WHEN '{kind.name}' THEN {shown}")
        return f"CASE {site.base}->>'kind' {' '.join(cases)} ELSE {NULL} END"


@same_for_all
def thing_id(_: Any, kind: str, thing: str) -> str:
    """The global id of the thing."""
    return global_id(kind, UUID(thing))


@part
class Task:
    """Something that waits for the caller."""

    id: strawberry.ID = at()
    what: list[str] = at()
    kind: str = at()
    thing_id: strawberry.ID = computed(thing_id, "kind", "thing")
    thing: Node | None = sourced(Thing(), "What it is about, as it is now.")
    since: datetime = at()
    due: date | None = at()


class Tasks(Source):
    """What waits for the caller, as a connection."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [
            argument("first", int, default=20),
            argument("after", str | None),
            argument("filter", TaskFilter | None),
            argument("order_by", TaskOrder | None),
        ]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        statement = Statement(reading.principal)
        asked = waiting("r", given, TaskFilter, statement.bind)
        rows = await reading.pool.fetch(
            f"SELECT id, doc::text, k FROM ({asked.rows(asked.first + 1)}) d ORDER BY k {asked.direction},"
            f" id {asked.direction}",
            *statement.parameters,
        )
        edges = [Edge(orjson.loads(row["doc"]), f"{row['k']}|{row['id']}") for row in rows[: asked.first]]
        ends = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)

        async def count() -> int:
            counting = Statement(reading.principal)
            counted = waiting("r", {**given, "after": None}, TaskFilter, counting.bind)
            found: int = await reading.pool.fetchval(counted.count(), *counting.parameters)
            return found

        return Page(edges, PageInfo(len(rows) > asked.first, asked.begun, *ends), count)

    @override
    def sql(self, site: Site) -> str:
        asked = waiting(site.compiler.alias(), site.arguments, TaskFilter, site.compiler.bind)
        return Connected(site, site.compiler.named("Task"), asked).sql()

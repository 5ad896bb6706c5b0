"""Tasks as those who watch are told them: of which thing something waits for them, or waits no more."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson
import strawberry
from typing_extensions import override

from korpu_gateway.reads.arguments import Bind
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import Site, Source, at, computed, sourced
from korpu_gateway.reads.leaves import NULL
from korpu_gateway.reads.loaders import Statement
from korpu_gateway.reads.waiting import mine
from korpu_gateway.subscriptions.happened import happened
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.task import Thing, thing_id

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


@part
class TasksChange:
    """A thing has changed of which something waits for the caller, or did until now."""

    thing_id: strawberry.ID = computed(thing_id, "kind", "thing")
    thing: Node | None = sourced(Thing(), "The thing as it is now.")
    waits: bool = at()


def _told(id: str, bind: Bind) -> str:
    return (
        "SELECT jsonb_build_object('kind', min(t.kind), 'thing', min(t.thing::text), 'waits', bool_or(NOT t.ended))"
        f" AS said FROM task t WHERE t.thing = {id} AND {mine('t', bind)} HAVING count(*) > 0"
    )


class TasksSaid(Source):
    """The thing that has changed, for those for whom something of it waits; what has ended is told once more."""

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        statement = Statement(reading.principal)
        told = _told(statement.bind(value["id"], "uuid"), statement.bind)
        text = await reading.pool.fetchval(told, *statement.parameters)
        return orjson.loads(text) if text else None

    @override
    def sql(self, site: Site) -> str:
        compiler, row = site.compiler, site.compiler.alias()
        told = _told(compiler.bind(happened(site, "id"), "uuid"), compiler.bind)
        shown = compiler.object(compiler.named("TasksChange"), site.nodes, f"{row}.said", None)
        return f"coalesce((SELECT {shown} FROM ({told}) {row}),{NULL})"

"""Facts as those who watch are told them: what was said, when, and of what."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

import orjson
import strawberry
from graphql import GraphQLObjectType, get_named_type
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.reads.arguments import Bind
from korpu_gateway.reads.declared import part, words
from korpu_gateway.reads.fields import Site, Source, argument, at, sourced
from korpu_gateway.reads.identity import kind_of
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.reads.leaves import NULL
from korpu_gateway.reads.loaders import Statement
from korpu_gateway.reads.permissions import grants, readable
from korpu_gateway.subscriptions.happened import ChangedNode, happened
from korpu_gateway.types import KINDS
from korpu_gateway.types.nodes import Node

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

KIND: Any = words(cast("type[Enum]", Enum("ThingKind", [(name.upper(), name) for name in sorted(KINDS)])))
"""The kinds of things."""

_SAID = """
    SELECT jsonb_build_object(
        'fact', h.fact, 'at', h.valid_from, 'version', h.version, 'node', h.kind || ':' || h.id
    ) AS said
    FROM history h JOIN {kind} d ON d.id = h.id
    WHERE h.kind = '{kind}' AND h.id = {id} AND h.epoch = {epoch} AND h.version = {version} AND {seen}
"""


def _said(kind: Kind, value: Callable[[str], Any], granted: frozenset[str], bind: Bind) -> str:
    seen = readable(kind.readers, granted).sql("d", bind)
    id, epoch, version = bind(value("id"), "uuid"), bind(value("epoch"), "integer"), bind(value("version"), "integer")
    return _SAID.format(kind=kind.name, id=id, epoch=epoch, version=version, seen=seen)


class Said(Source):
    """The change itself: what was said, when, and of what; nothing to those who may not read the thing."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("kinds", list[KIND] | None), argument("ids", list[strawberry.ID] | None)]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        kind, statement = KINDS[kind_of(value["node"])], Statement(reading.principal)
        said = _said(kind, value.__getitem__, grants(reading.principal), statement.bind)
        text = await reading.pool.fetchval(said, *statement.parameters)
        return orjson.loads(text) if text else None

    @override
    def sql(self, site: Site) -> str:
        compiler, row = site.compiler, site.compiler.alias()
        kind = KINDS[kind_of(happened(site, "node").sample)]
        said = _said(kind, lambda name: happened(site, name), compiler.granted, compiler.bind)
        change = cast("GraphQLObjectType", get_named_type(site.type))
        shown = compiler.object(change, site.nodes, f"{row}.said", None)
        return f"coalesce((SELECT {shown} FROM ({said}) {row}),{NULL})"  # noqa: S608 -- declared names


@part
class Change:
    """One fact about one thing."""

    fact: str = at()
    version: int = at()
    node: Node | None = sourced(ChangedNode(), "The thing as it is now.")
    at: datetime = at()

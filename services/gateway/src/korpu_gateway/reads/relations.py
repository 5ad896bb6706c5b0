"""Relations: how one thing leads to others, by an id that it holds or by theirs."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.reads.arguments import Derived, items, known
from korpu_gateway.reads.connections import connection_sql
from korpu_gateway.reads.fields import ReadField, Site, Source, argument, dig
from korpu_gateway.reads.identity import identity, kind_of
from korpu_gateway.reads.kinds import KINDS, Kind
from korpu_gateway.reads.leaves import NULL
from korpu_gateway.reads.listing import UNTIED, Asker, listing, successor_sql
from korpu_gateway.reads.permissions import Rules, everything, readable
from korpu_gateway.reads.refused import TooLong

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

MOST_NODES = 100


def one_sql(site: Site, kind: Kind, matched: str, row: str) -> str:
    """The one document that is matched, or null: absent and forbidden look the same."""
    compiler = site.compiler
    seen = readable(kind.readers, compiler.granted).sql(row, compiler.bind)
    shown = compiler.object(compiler.type_of(kind), site.nodes, f"{row}.doc", row)
    return f"coalesce((SELECT {shown} FROM {kind.name} {row} WHERE {matched} AND {seen} LIMIT 1),{NULL})"


class One(Source):
    """The thing whose id stands in the document, or the one that it was merged into."""

    def __init__(self, kind: str, path: str) -> None:
        self._kind = kind
        self.path = tuple(path.split("."))

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        id = dig(value, self.path)
        return reading.loaders.one(self._kind, "id", "uuid", merged=True).load(id) if id else None

    @override
    def sql(self, site: Site) -> str:
        row, kind = site.compiler.alias(), KINDS[self._kind]
        return one_sql(site, kind, f"{row}.id = {successor_sql(kind, site.key(self.path))}", row)


class HeldBy(Source):
    """The one thing whose column names this one; there is never a second."""

    def __init__(self, kind: str, column: str) -> None:
        self._kind = kind
        self._column = column

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return reading.loaders.one(self._kind, self._column, "uuid").load(value["id"])

    @override
    def sql(self, site: Site) -> str:
        row = site.compiler.alias()
        return one_sql(site, KINDS[self._kind], f"{row}.{self._column} = {site.key(('id',))}", row)


class Each(Source):
    """The things whose ids stand in the document, in its order; those that may not be read are left out."""

    def __init__(self, kind: str, path: str) -> None:
        self._kind = kind
        self.path = tuple(path.split("."))

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        ids = dig(value, self.path) or []
        found = await reading.loaders.one(self._kind, "id", "uuid", merged=True).load_many(ids)
        return [each for each in found if each is not None]

    @override
    def sql(self, site: Site) -> str:
        kind, compiler, row = KINDS[self._kind], site.compiler, site.compiler.alias()
        seen = readable(kind.readers, compiler.granted).sql(row, compiler.bind)
        shown = compiler.object(compiler.type_of(kind), site.nodes, f"{row}.doc", row)
        ids, key = compiler.elements(site.base, self.path), f"(e_{row}.value#>>'{{}}')::uuid"
        return (
            f"'['||coalesce((SELECT string_agg({shown},',' ORDER BY e_{row}.place) FROM {ids} e_{row}(value, place)"
            f" JOIN {kind.name} {row} ON {row}.id = {successor_sql(kind, key)} WHERE {seen}),'')||']'"
        )


class Many(Source):
    """A list of things, all of them or those that refer to this one in a column, or to what was merged into it.

    Where a field of the thing tells what it refers to, it is listed only for those who see that field.
    """

    def __init__(
        self, kind: str, column: str | None, path: str, merged: str | None = None, told: str | None = None
    ) -> None:
        self._kind = kind
        self._column = column
        self._merged = merged
        self._told = told
        self.path = tuple(path.split("."))

    @override
    def arguments(self) -> list[StrawberryArgument]:
        kind = KINDS[self._kind]
        return [
            argument("first", int, default=20),
            argument("after", str | None),
            argument("filter", kind.filter | None),
            argument("order_by", kind.order | None),
            argument("as_of", datetime | None),
        ]

    def joined(self, row: str, key: str, asker: Asker) -> str:
        """The tie between a row of the list and the thing that it hangs on, where the caller sees it."""
        if self._column is None:
            return UNTIED
        seen = KINDS[self._kind].seen(self._told, asker.granted) if self._told else everything
        tie = self._tie(row, key, self._column)
        return tie if seen is everything else f"{tie} AND {seen.sql(row, asker.bind)}"

    def _tie(self, row: str, key: str, column: str) -> str:
        many = KINDS[self._kind].column(column).many
        if self._merged:
            ids = f"(SELECT coalesce(m.aliases, '{{}}') || m.id FROM {self._merged} m WHERE m.id = {key})"
            return f"{row}.{column} && {ids}" if many else f"{row}.{column} = ANY({ids}::uuid[])"
        return f"{row}.{column} @> ARRAY[{key}]" if many else f"{row}.{column} = {key}"

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        key = dig(value, self.path) if self._column else None
        return reading.loaders.pages(self, KINDS[self._kind], given).load(key)

    @override
    def sql(self, site: Site) -> str:
        compiler, row = site.compiler, site.compiler.alias()
        asker = Asker(compiler.granted, compiler.bind)
        joined = self.joined(row, site.key(self.path), asker) if self._column else UNTIED
        asked = listing(KINDS[self._kind], row, site.arguments, asker, joined)
        compiler.fitted = compiler.fitted or asked.fitted
        return connection_sql(site, KINDS[self._kind], asked)


class Named(Source):
    """One thing by what the caller calls it: its global id, or its code."""

    def __init__(self, kind: str, by: str) -> None:
        self._kind = kind
        self._by = by

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument(self._by, strawberry.ID if self._by == "id" else str)]

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        if self._by != "id":
            return reading.loaders.one(self._kind, self._by, "text").load(given[self._by])
        id = identity(self._kind)(given["id"])
        return reading.loaders.one(self._kind, "id", "uuid").load(id) if id else None

    @override
    def sql(self, site: Site) -> str:
        row, given = site.compiler.alias(), site.arguments[self._by]
        if self._by != "id":
            matched = f"{row}.{self._by} = {site.compiler.bind(given, 'text')}"
        else:
            matched = f"{row}.id = {site.compiler.bind(Derived(given, identity(self._kind)), 'uuid')}"
        return one_sql(site, KINDS[self._kind], matched, row)


class AnyNode(Source):
    """The thing of any kind that a global id names."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("id", strawberry.ID)]

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return node(reading, given["id"])

    @override
    def sql(self, site: Site) -> str:
        return node_sql(site, site.arguments["id"])


class AnyNodes(Source):
    """The things that several global ids name, in their order; null for what may not be read or is not there."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("ids", list[strawberry.ID])]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        checked(given["ids"])
        found = [node(reading, id) for id in given["ids"]]
        return [await each if each else None for each in found]

    @override
    def sql(self, site: Site) -> str:
        ids = items(site.arguments["ids"])
        checked(ids)
        return (
            "||','||".join(("'['", *(node_sql(site, id) for id in ids), "']'"))
            .replace("'['||','||", "'['||")
            .replace("||','||']'", "||']'")
        )


def checked(ids: Sequence[Any]) -> None:
    """Refuse more ids than one page holds."""
    if len(ids) > MOST_NODES:
        raise TooLong(longest=MOST_NODES)


def node(reading: "Reading", given: str) -> Any:
    """The document that a global id names, to be awaited; None for an id of no kind."""
    kind = KINDS.get(kind_of(given))
    id = identity(kind.name)(given) if kind else None
    return reading.loaders.one(kind.name, "id", "uuid").load(id) if kind and id else None


def node_sql(site: Site, given: Any) -> str:
    """The document that a global id names, as a plan asks for it; the plan is shaped by the id's kind."""
    kind = KINDS.get(kind_of(known(given)))
    if kind is None:
        return NULL
    row = site.compiler.alias()
    id = site.compiler.bind(Derived(given, identity(kind.name)), "uuid")
    return one_sql(site, kind, f"{row}.id = {id}", row)


def one(kind: str, path: str) -> Any:
    """The thing whose id stands at this path, or the one that it was merged into."""
    return ReadField(One(kind, path))


def held_by(kind: str, column: str) -> Any:
    """The one thing whose column names this one."""
    return ReadField(HeldBy(kind, column))


def each(kind: str, path: str, *, seen_by: Rules | None = None) -> Any:
    """The things whose ids stand at this path."""
    return ReadField(Each(kind, path), seen_by)


def many(kind: str, by: str | None = None, of: str = "id", description: str | None = None, **more: str) -> Any:
    """Pages of things: all, or those whose column `by` refers to the id at `of`, or to one `merged` into it.

    `told` names the field of the thing by which that is known, where not everybody sees it.
    """
    return ReadField(Many(kind, by, of, **more), description=description)


def named(kind: str, by: str = "id", description: str | None = None) -> Any:
    """One thing by its global id or its code."""
    return ReadField(Named(kind, by), description=description)

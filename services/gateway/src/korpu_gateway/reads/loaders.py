"""What ordinary execution fetches: every relation of a level in one statement."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import orjson
from strawberry.dataloader import DataLoader

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.arguments import filled
from korpu_gateway.reads.kinds import KINDS, Document, Kind
from korpu_gateway.reads.listing import Asker, Listing, listing, successor_sql
from korpu_gateway.reads.permissions import grants, readable

if TYPE_CHECKING:
    from korpu_gateway.reads.relations import Many


@dataclass(frozen=True)
class Edge:
    """One thing in a list, and its place there."""

    node: Document
    cursor: str


@dataclass(frozen=True)
class PageInfo:
    """Where a page begins and ends, and whether the list goes on."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True)
class Page:
    """One page of a list; the whole list is counted only when somebody asks."""

    edges: list[Edge]
    page_info: PageInfo
    count: Callable[[], Any]

    @property
    def nodes(self) -> list[Document]:
        """The things themselves."""
        return [edge.node for edge in self.edges]


class Statement:
    """The parameters of one statement, gathered while it is written."""

    def __init__(self, principal: Principal, *parameters: Any) -> None:
        self._principal = principal
        self.parameters = list(parameters)

    def bind(self, value: Any, type_: str) -> str:
        """Make a value a parameter."""
        self.parameters.append(filled(value, {}, self._principal))
        return f"${len(self.parameters)}::{type_}"


class Loaders:
    """The loaders of one request, one for each relation and its arguments."""

    def __init__(self, pool: ReadingPool, principal: Principal) -> None:
        self._pool = pool
        self._principal = principal
        self._known: dict[Any, DataLoader[Any, Any]] = {}

    def one(self, kind: str, column: str, type_: str, *, merged: bool = False) -> DataLoader[Any, Document | None]:
        """Documents of a kind, each by the value of a column that names one, or the one that it was `merged` into."""

        async def load(keys: list[Any]) -> list[Document | None]:
            statement = Statement(self._principal, [str(key) for key in keys])
            seen = readable(KINDS[kind].readers, grants(self._principal)).sql("d", statement.bind)
            named = successor_sql(KINDS[kind], "k.key") if merged else "k.key"
            rows = await self._pool.fetch(
                f"SELECT k.key::text AS key, d.doc::text FROM unnest($1::text[]::{type_}[]) k(key)"
                f" JOIN {kind} d ON d.{column} = {named} WHERE {seen}",
                *statement.parameters,
            )
            found = {row["key"]: orjson.loads(row["doc"]) for row in rows}
            return [found.get(str(key)) for key in keys]

        return self._loader(("one", kind, column, merged), load)

    def pages(self, relation: "Many", kind: Kind, given: Mapping[str, Any]) -> DataLoader[Any, Page]:
        """Pages of a relation, each by the id of the thing that it hangs on."""

        async def load(keys: list[Any]) -> list[Page]:
            statement = Statement(self._principal, _ids(keys))
            asked = self._listing(relation, kind, given, statement)
            rows = await self._way(asked)(
                "SELECT h.place, d.id, d.doc::text, d.k FROM unnest($1::uuid[]) WITH ORDINALITY h(key, place)"
                f" CROSS JOIN LATERAL ({asked.rows(asked.first + 1)}) d ORDER BY h.place, d.k {asked.direction},"
                f" d.id {asked.direction}",
                *statement.parameters,
            )
            found: dict[int, list[asyncpg.Record]] = {}
            for row in rows:
                found.setdefault(row["place"], []).append(row)
            counts = self._counts(relation, kind, given)
            return [_page(asked, found.get(place, []), counts, key) for place, key in enumerate(keys, 1)]

        return self._loader((relation, repr(given)), load)

    def _counts(self, relation: "Many", kind: Kind, given: Mapping[str, Any]) -> DataLoader[Any, int]:
        async def load(keys: list[Any]) -> list[int]:
            statement = Statement(self._principal, _ids(keys))
            asked = self._listing(relation, kind, given, statement, counting=True)
            rows = await self._way(asked)(
                f"SELECT ({asked.count()}) FROM unnest($1::uuid[]) WITH ORDINALITY h(key, place) ORDER BY place",
                *statement.parameters,
            )
            return [row[0] for row in rows]

        return self._loader((relation, repr(given), "count"), load)

    def _way(self, asked: Listing) -> Callable[..., Any]:
        return self._pool.fitted_rows if asked.fitted else self._pool.fetch

    def _listing(
        self, relation: "Many", kind: Kind, given: Mapping[str, Any], statement: Statement, *, counting: bool = False
    ) -> Listing:
        asked = {**given, "after": None} if counting else given
        asker = Asker(grants(self._principal), statement.bind)
        return listing(kind, "r", asked, asker, relation.joined("r", "h.key", asker))

    def looked(
        self, text: str, inputs: tuple[tuple[str, str], ...], given: Mapping[str, Any]
    ) -> DataLoader[tuple[Any, ...], Any]:
        """Answers of a scalar subquery, each by its inputs."""

        async def load(keys: list[tuple[Any, ...]]) -> list[Any]:
            statement = Statement(
                self._principal,
                *([None if each is None else str(each) for each in column] for column in zip(*keys, strict=True)),
            )
            asked = {name: statement.bind(value, "text") for name, value in given.items()}
            names = {name: f"h.{name}::{type_}" for name, type_ in inputs}
            columns = ", ".join(f"${place}::text[]" for place in range(1, len(inputs) + 1))
            rows = await self._pool.fetch(
                f"SELECT ({text.format(**names, **asked)}) FROM unnest({columns}) WITH ORDINALITY"
                f" h({', '.join(names)}, place) ORDER BY place",
                *statement.parameters,
            )
            return [row[0] for row in rows]

        return self._loader((text, repr(given)), load)

    def _loader(self, key: Any, load: Callable[[list[Any]], Any]) -> DataLoader[Any, Any]:
        return self._known.setdefault(key, DataLoader(load_fn=load))


def _ids(keys: Sequence[Any]) -> list[UUID | None]:
    return [UUID(key) if key else None for key in keys]


def _page(asked: Listing, rows: list[asyncpg.Record], counts: DataLoader[Any, int], key: Any) -> Page:
    edges = [Edge(orjson.loads(row["doc"]), f"{row['k']}|{row['id']}") for row in rows[: asked.first]]
    ends = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
    return Page(edges, PageInfo(len(rows) > asked.first, asked.begun, *ends), lambda: counts.load(key))

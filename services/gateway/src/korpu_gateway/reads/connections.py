"""Connections in plans: a page of a list with its edges, its count and where it ends, as one piece of JSON text."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Sequence

from graphql import FieldNode, GraphQLObjectType, get_named_type

from korpu_gateway.reads.fields import Site
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.reads.leaves import NULL, literal
from korpu_gateway.reads.listing import Listing

CURSOR = "to_json({row}.k||'|'||{row}.id)::text"


class Connected:
    """Writes one connection: each asked field is an aggregate over the rows of the page."""

    def __init__(self, site: Site, shown: GraphQLObjectType, listing: Listing) -> None:
        self._site = site
        self._compiler = site.compiler
        self._shown = shown
        self._listing = listing
        self._row = listing.row
        selection = site.compiler.asked(get_named_type(site.type), site.nodes)
        self._looks_ahead = any(nodes[0].name.value == "pageInfo" for nodes in selection.values())
        self._reads_rows = False

    def sql(self) -> str:
        """The whole connection; one row more is read when somebody asks how it goes on."""
        text = self._compiler.fields(get_named_type(self._site.type), self._site.nodes, self._field)
        if not self._reads_rows:
            return f"({text})"
        rows = self._listing.rows(self._listing.first + self._looks_ahead)
        if self._looks_ahead:
            rows = f"SELECT p.*, row_number() OVER () AS n FROM ({rows}) p"
        return f"(SELECT {text} FROM ({rows}) {self._row})"

    def _field(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> str:
        name = nodes[0].name.value
        below = get_named_type(type_.fields[name].type)
        match name:
            case "edges":
                return self._gathered(self._compiler.fields(below, nodes, self._edge))
            case "nodes":
                return self._gathered(self._node(nodes))
            case "totalCount":
                return f"({self._listing.count()})::text"
            case _:
                return self._compiler.fields(below, nodes, self._page_info)

    def _gathered(self, text: str) -> str:
        self._reads_rows = True
        within = f" FILTER (WHERE {self._row}.n <= {self._listing.first})" if self._looks_ahead else ""
        return f"'['||coalesce(string_agg({text},','){within},'')||']'"

    def _edge(self, _: GraphQLObjectType, nodes: Sequence[FieldNode]) -> str:
        if nodes[0].name.value == "cursor":
            return CURSOR.format(row=self._row)
        return self._node(nodes)

    def _node(self, nodes: Sequence[FieldNode]) -> str:
        return self._compiler.object(self._shown, nodes, f"{self._row}.doc", self._row)

    def _page_info(self, _: GraphQLObjectType, nodes: Sequence[FieldNode]) -> str:
        name = nodes[0].name.value
        self._reads_rows = self._reads_rows or name != "hasPreviousPage"
        first, cursors = self._listing.first, f"array_agg({CURSOR.format(row=self._row)})"
        match name:
            case "hasNextPage":
                return f"(count(*) > {first})::text"
            case "hasPreviousPage":
                return literal("true" if self._listing.begun else "false")
            case "startCursor":
                return f"coalesce(({cursors})[{min(1, first)}],{NULL})"
            case _:
                return f"coalesce(({cursors})[least({first}, count(*))],{NULL})"


def connection_sql(site: Site, kind: Kind, listing: Listing) -> str:
    """The connection that this list makes, as JSON text."""
    return Connected(site, site.compiler.type_of(kind), listing).sql()

"""However long a list grows, an index serves it: no page, no order and no relation reads a whole table for its rows."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
import orjson
import pytest
from graphql import GraphQLEnumType, GraphQLList, GraphQLSchema, get_named_type
from strawberry.utils.str_converters import to_camel_case

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Database
from korpu_gateway.exports.columns import source_of
from korpu_gateway.exports.lists import Lists
from korpu_gateway.readmodel.pool import reading_pool
from korpu_gateway.reads.arguments import filled
from korpu_gateway.reads.operations import read
from korpu_gateway.reads.relations import Many
from korpu_gateway.types import KINDS
from korpu_local.databases import connection
from korpu_local.postgres import Postgres
from tests.conftest import Database as Fresh
from tests.gateway.conftest import OFFICER, Gateway
from tests.gateway.library import Library

ROWS = 5_000
"""Enough for PostgreSQL to fall into the traps of a hundred thousand: the documents are small."""


@pytest.fixture(scope="module")
async def archive(databases: Fresh, server: Postgres, the_schema: GraphQLSchema) -> AsyncIterator[Gateway]:
    """A gateway with long lists."""
    dsn = await databases("gateway")
    held, session = Database(dsn, connections=1), await asyncpg.connect(dsn)
    for kind in KINDS:
        await session.execute(
            f"INSERT INTO {kind} (id, version, doc, valid_from) SELECT gen_random_uuid(), 1,"  # noqa: S608 - our kind
            " jsonb_build_object('code', n::text, 'status', 'active', '_', jsonb_build_object('sort', n::text)), now()"
            " FROM generate_series(1, $1) n",
            ROWS,
        )
    await session.close()
    async with connection(server, urlsplit(dsn).path[1:]) as administrator:
        await administrator.execute("VACUUM ANALYZE")
    async with reading_pool(dsn, 2) as pool:
        yield Gateway(pool, held, the_schema, Library())
    await held.close()


async def explained(archive: Gateway, text: str, who: Principal = OFFICER) -> str:
    """How PostgreSQL would answer this question."""
    reading, operations = archive.reading(who), read(archive.schema, text)
    operation = operations.chosen(None)
    assert operation, operations.errors
    asked = {"after": f"|{UUID(int=0)}"} if operation.variable_definitions else {}
    made = await archive.answers.planned(text, operations, operation, asked, reading)
    assert made, text
    given = [filled(each, asked, who) for each in made.parameters]
    fetch = archive.pool.fitted if made.fitted else archive.pool.fetchval
    told: str = await fetch(f"EXPLAIN (FORMAT JSON) {made.statement}", *given)
    return told


async def searched(archive: Gateway, text: str) -> list[str]:
    """The tables that this question would search without the help of an index, and by what."""
    told = orjson.loads(await explained(archive, text))
    return [f"{each['Relation Name']}: {each['Filter']}" for each in scans(told) if walks(each)]


def scans(plan: Any) -> Iterator[dict[str, Any]]:
    if isinstance(plan, list):
        for each in plan:
            yield from scans(each)
    elif isinstance(plan, dict):
        if "Relation Name" in plan:
            yield plan
        for each in plan.values():
            yield from scans(each)


def walks(scan: dict[str, Any]) -> bool:
    """Whether rows are read one after the other until the right ones have come by."""
    kept = scan.get("Filter", "")
    return bool(kept) and (scan["Node Type"] == "Seq Scan" or "_ids" in kept)


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_order_of_a_list_is_that_of_an_index(archive: Gateway, kind: str) -> None:
    lists = Lists(archive.schema)
    field = lists.fields[list_of(lists, kind)]
    keys: Any = archive.schema.type_map[f"{KINDS[kind].order.__name__}Key"]

    for key in keys.values:
        text = f"{{{field}(first: 50, orderBy: {{by: {key}}}, after: $after) {{nodes {{id}}}}}}"
        assert "Sort" not in await explained(archive, f"query ($after: String) {text}"), key


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_what_a_thing_leads_to_is_found_by_an_index(archive: Gateway, kind: str) -> None:
    lists = Lists(archive.schema)
    name = list_of(lists, kind)
    columns = [each for each in lists.columns(name, OFFICER.roles | {"*"}, None) if len(each.path) > 1]

    text = lists.page(name, columns, 50)

    assert await searched(archive, text) == []


async def test_few_rows_that_hang_on_one_thing_are_found_before_they_are_sorted(archive: Gateway) -> None:
    lists = Lists(archive.schema)

    for name, field in lists.fields.items():
        shown: Any = archive.schema.type_map[lists.shown(name)]
        for relation in (each for each, told in shown.fields.items() if isinstance(source_of(told), Many)):
            text = f"{{{field}(first: 50) {{nodes {{{relation}(first: 3) {{nodes {{id}}}}}}}}}}"
            assert await searched(archive, text) == [], f"{shown.name}.{relation}"


def list_of(lists: Lists, kind: str) -> str:
    """The name of the list that shows things of a kind."""
    return next(name for name in lists.fields if lists.shown(name) == KINDS[kind].shown.__name__)


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_what_is_about_one_thing_is_found_before_it_is_sorted(archive: Gateway, kind: str) -> None:
    field = Lists(archive.schema).fields[list_of(Lists(archive.schema), kind)]
    filters: Any = archive.schema.type_map[KINDS[kind].filter.__name__]
    one = f"{kind}:{UUID(int=7)}"

    for name in (name for name, each in filters.fields.items() if str(each.type) == "ID"):
        text = f'{{{field}(first: 3, filter: {{{name}: "{one}"}}) {{nodes {{id}}}}}}'
        assert await searched(archive, text) == [], name


CALLERS = (
    OFFICER,
    Principal("coordinator-1", frozenset({"faculty_coordinator"}), frozenset({"philology"})),
    Principal("student-1", frozenset({"student"}), person_id=UUID(int=7)),
)
RARE = {"Boolean": "true", "Int": "7", "String": '"zzz"'}
"""A value of each type that no document has, so whoever reads the table for it reads all for nothing."""


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_what_few_rows_have_is_found_in_every_order_for_whoever_asks(archive: Gateway, kind: str) -> None:
    lists = Lists(archive.schema)
    field = lists.fields[list_of(lists, kind)]
    keys: Any = archive.schema.type_map[f"{KINDS[kind].order.__name__}Key"]
    orders = [f"orderBy: {{by: {key}}}, " for key in keys.values]

    for condition in conditions(archive, kind):
        for who, order in [(who, orders[0]) for who in CALLERS] + [(OFFICER, order) for order in orders[1:]]:
            text = f"{{{field}(first: 5, {order}filter: {{{condition}}}) {{totalCount nodes {{id}}}}}}"
            told = orjson.loads(await explained(archive, text, who))
            assert [each for each in scans(told) if reads_all(each, kind)] == [], f"{condition} {order} {who.roles}"


def conditions(archive: Gateway, kind: str) -> Iterator[str]:
    """Each field of a filter with a value that few have; half of all come before a day or after it."""
    filters: Any = archive.schema.type_map[KINDS[kind].filter.__name__]
    for name, each in filters.fields.items():
        of = get_named_type(each.type)
        column = told_by(KINDS[kind].filter, name)
        if isinstance(of, GraphQLEnumType):
            rare = next((word for word in of.values if word != "ACTIVE"), "ACTIVE")
        else:
            rare = RARE.get(of.name, f'"{kind}:{UUID(int=7)}"')
        value = f"[{rare}]" if isinstance(each.type, GraphQLList) else rare
        if column not in UNSERVED and of.name != "Date" and not name.endswith("AtLeast"):
            yield f"{name}: {value}"


def told_by(filter_: Any, name: str) -> str:
    fields = {to_camel_case(each.python_name): each.metadata for each in filter_.__strawberry_definition__.fields}
    return str(fields[name]["column"])


UNSERVED = frozenset({"countries", "covers", "languages", "audience", "eqf", "isced"})
"""Lists of codes kept as one text, and lists that are open to all when they are empty: opportunities, trips, books."""


def reads_all(scan: dict[str, Any], kind: str) -> bool:
    """Whether the table is read from one end to the other."""
    whole = scan["Node Type"] in {"Seq Scan", "Index Scan", "Index Only Scan"} and "Index Cond" not in scan
    return whole and scan["Relation Name"] == kind

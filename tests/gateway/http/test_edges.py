"""Values at the edges of their types: whatever a caller sends is answered or refused, and is no fault of ours."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from typing_extensions import override

from korpu_gateway.schema import schema
from tests.gateway.conftest import GraphQLClient
from tests.gateway.operations import Writer

GRAPH: GraphQLSchema = schema()._schema  # noqa: SLF001 -- GraphQL's own schema
FIELDS = GRAPH.query_type.fields if GRAPH.query_type else {}
NIL = "00000000-0000-0000-0000-000000000000"
TEXTS = ["", " ", "x", "\x01", "%", "\\", "'\"", "\ud7ff\U0010ffff", "ə" * 4000, "|", f"|{NIL}", f"x\x1f|{NIL}"]
EDGES: dict[str, list[Any]] = {
    "ID": [*TEXTS, ":", f"agreement:{NIL}", "agreement:", f"nothing:{NIL}", f"{'k' * 300}:{NIL}", 7, -1],
    "String": TEXTS,
    "Int": [0, -1, 1, 100, 101, 2**31 - 1, -(2**31), 2**31],
    "Boolean": [True, False],
    "Date": ["0001-01-01", "9999-12-31", "0000-00-00", "2026-W01-1", "2026-02-30", "+002026-01", ""],
    "DateTime": [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999-14:00", "9999-12-31T23:59:59-23:59", "2026-01-01", "24:00", "",
    ],
    "UUID": [NIL, "", "x", "{" + NIL + "}", "f" * 32],
    "Decimal": ["0", "-0", "NaN", "Infinity", "1e999999999", "1e-999999999", "9" * 300, ""],
}  # fmt: skip
ANY: list[Any] = [
    None,
    True,
    0,
    1.5,
    1e300,
    "",
    "x",
    [],
    [[]],
    {},
    {"": None},
    [None],
    [{}],
    [[[[1]]]],
    {"a": {"b": 1}},
]


def edges(type_: Any) -> Iterator[Any]:
    """Values of this type that are at an edge in one place."""
    if isinstance(type_, GraphQLNonNull):
        yield from edges(type_.of_type)
    elif isinstance(type_, GraphQLList):
        yield []
        for value in edges(type_.of_type):
            yield [value]
            yield [value] * 3
    elif isinstance(type_, GraphQLInputObjectType):
        for name, field in type_.fields.items():
            yield from ({**least(type_), name: value} for value in edges(field.type))
    elif isinstance(type_, GraphQLEnumType):
        yield from list(type_.values)[:2]
    else:
        yield from EDGES[type_.name]


def least(type_: GraphQLInputObjectType) -> dict[str, Any]:
    """What an input must have."""
    return {name: next(edges(each.type)) for name, each in type_.fields.items() if is_non_null_type(each.type)}


def question(name: str, argument: str) -> str:
    """A question that gives one argument of a field of the root by a variable, and what else it demands in place."""
    field = FIELDS[name]
    demanded = {each: next(edges(it.type)) for each, it in field.args.items() if is_required_argument(it)}
    rest = "".join(f", {each}: {orjson.dumps(it).decode()}" for each, it in demanded.items() if each != argument)
    named: Any = get_named_type(field.type)
    listed = " totalCount nodes {__typename}" if "totalCount" in getattr(named, "fields", {}) else ""
    below = "" if is_leaf_type(named) else f"{{__typename{listed}}}"
    return f"query ($v: {field.args[argument].type}) {{{name}({argument}: $v{rest}){below}}}"


async def is_at_fault(graphql: GraphQLClient, text: str, variables: Any, role: str | None = "officer") -> str | None:
    """What was asked and answered, when that tells of a fault of ours."""
    headers = {"authorization": graphql.people.as_role(role)} if role else {}
    response = await graphql.sends(orjson.dumps({"query": text, "variables": variables}), **headers)
    faulty = response.status_code >= 500 or "internal-error" in response.text
    return f"{text} {variables} {response.text}" if faulty else None


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.args])
async def test_no_value_at_the_edge_of_its_type_is_our_fault(graphql: GraphQLClient, name: str) -> None:
    wrong = []
    for argument, declared in FIELDS[name].args.items():
        text = question(name, argument)
        told = [await is_at_fault(graphql, text, {"v": value}) for value in (*edges(declared.type), *ANY)]
        wrong += [each[:600] for each in told if each]

    assert not wrong


@pytest.mark.parametrize("role", ["officer", None])
@pytest.mark.parametrize("kind", ['["x"]', "[]", '[""]', '["agreement"]', '["x", "agreement"]', '["agreement", "x"]'])
async def test_a_kind_that_there_is_not_has_no_texts_to_translate(
    graphql: GraphQLClient, kind: str, role: str | None
) -> None:
    more = ', unit: ["u"], language: [DE], state: [MISSING], promised: true, of: ["agreement:x"]'
    for rest in ("", more):
        asked = (
            f"{{translations(filter: {{kind: {kind}{rest}}}) {{totalCount nodes {{code}}}}"
            f" translationTotals(filter: {{kind: {kind}{rest}}}) {{missing}}}}"
        )

        response = await graphql.posts(asked, role)

        assert response.status_code == 200
        assert "errors" not in response.json()
        if "agreement" not in kind or rest:
            assert response.json()["data"]["translations"] == {"totalCount": 0, "nodes": []}


@pytest.mark.parametrize("depth", [33, 200, 250, 300, 900, 1000])
@pytest.mark.parametrize("around", [('{"a":', "}"), ("[", "]"), ('{"a":[', "]}")], ids=str)
async def test_variables_that_nest_deeply_are_refused_at_any_depth(
    graphql: GraphQLClient, depth: int, around: tuple[str, str]
) -> None:
    nested = f"{around[0] * depth}1{around[1] * depth}"
    for query in ("{__typename}", "query ($v: AgreementFilter) {agreements(filter: $v) {totalCount}}"):
        body = f'{{"query": "{query}", "variables": {{"v": {nested}}}}}'

        response = await graphql.sends(body.encode())

        assert response.status_code == 400
        assert "data" not in response.json()


async def test_variables_hold_so_many_values_and_no_more(graphql: GraphQLClient) -> None:
    text = "query ($v: [String!]) {agreements(filter: {code: $v}) {totalCount}}"

    some = await graphql.posts(text, variables={"v": ["x"] * 4_900})
    more = await graphql.posts(text, variables={"v": ["x"] * 5_000})

    assert (some.status_code, more.status_code) == (200, 413)
    assert "5000" in more.json()["errors"][0]["message"]


class Edgy(Writer):
    """Writes operations whose values are at the edges of their types, in place and by variables."""

    @override
    def leaf(self, name: str, type_: str) -> Any:
        return self.draw(st.sampled_from(EDGES[type_]))


@settings(
    max_examples=150,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=timedelta(seconds=30),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
async def test_no_operation_with_such_values_is_our_fault(graphql: GraphQLClient, data: st.DataObject) -> None:
    text, variables = Edgy(data.draw, GRAPH, [], []).operation()
    role = data.draw(st.sampled_from(("officer", "student", None)))

    assert await is_at_fault(graphql, text, variables, role) is None

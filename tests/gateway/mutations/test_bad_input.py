"""Whatever is sent to the gateway's mutations is refused in words: never an error of ours, and nothing changes."""

import asyncio
import json
from typing import Any

import orjson
import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLSchema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.gateway.campus import Campus
from tests.gateway.mutations.test_contracts import COMMANDS
from tests.gateway.mutations.test_mutations import organisation, registered

REGISTER = "mutation ($given: RegisterOrganisationInput!) { done: registerOrganisation(input: $given) { __typename } }"
CORRECT = """mutation ($given: CorrectOrganisationInput!) { done: correctOrganisation(input: $given) {
    __typename ... on Refusal { code errors { path code } } } }"""
OURS = "internal-error"


async def raw(campus: Campus, body: bytes, **headers: str) -> tuple[int, str]:
    sent = {"content-type": "application/json", **campus.headers("officer"), **headers}
    response = await campus.client.post("/graphql", content=body, headers=sent)
    return response.status_code, response.text


def asked(query: str, **variables: Any) -> bytes:
    """The body as any client may write it: numbers may be past 64 bits."""
    return json.dumps({"query": query, "variables": variables}).encode()


def refused(answer: Any) -> bool:
    """The answer is a refusal or an error of the request, and none of it is ours."""
    codes = [each.get("extensions", {}).get("code") for each in answer.get("errors", ())]
    done = (answer.get("data") or {}).get("done") or {}
    return OURS not in codes and (bool(codes) or done.get("__typename") == "Refusal")


@pytest.mark.parametrize(
    "wrong",
    [
        {"city": "a\0b"},
        {"city": "x" * 5_000},
        {"city": ""},
        {"city": "   "},
        {"city": 7},
        {"city": {"a": 1}},
        {"unknown": 1},
        {"kinds": []},
        {"kinds": ["UNIVERSITY"] * 50},
        {"kinds": ["university"]},
        {"kinds": "UNIVERSITY;DROP"},
        {"names": []},
        {"names": None},
        {"names": [None]},
        {"names": [{"language": "zz-not-a-tag-at-all", "kind": "LABEL", "text": "x"}]},
        {"country": "ZZ"},
        {"website": "javascript:alert(1)"},
        {"parentId": "organisation:nonsense"},
        {"parentId": "organisation:00000000-0000-0000-0000-00000000000g"},
        {"parentId": 2**70},
        {"ror": "0546hnb30"},
        {"notDuplicateOf": ["x"] * 21},
        {"idempotencyKey": "ü"},
        {"idempotencyKey": "x" * 201},
        {"idempotencyKey": ""},
    ],
    ids=repr,
)
async def test_a_wrong_field_is_refused(campus: Campus, wrong: dict[str, Any]) -> None:
    status, text = await raw(campus, asked(REGISTER, given={**organisation("Wrong"), **wrong}))

    assert status < 500
    assert refused(orjson.loads(text)), text


@pytest.mark.parametrize("seen", [-1, 2**31, 2**63, 2**200, "1", 1.5, True])
async def test_a_version_that_is_no_version_is_refused_and_changes_nothing(campus: Campus, seen: Any) -> None:
    known = await registered(campus)

    status, text = await raw(campus, asked(CORRECT, given={"id": known["id"], "seen": seen, "city": "Elsewhere"}))

    assert status < 500
    assert refused(orjson.loads(text)), text


DAYS = ["2026-02-31", "9999-12-31", "0001-01-01", "10000-01-01", "-1", "", "20260101", 20260101]


@pytest.mark.parametrize("day", DAYS)
async def test_a_day_that_is_no_day_of_the_office_is_refused(campus: Campus, day: Any) -> None:
    known = await registered(campus)
    query = """mutation ($given: RateOrganisationInput!) { done: rateOrganisation(input: $given) { __typename } }"""

    status, text = await raw(campus, asked(query, given={"id": known["id"], "risk": {"rating": "LOW", "until": day}}))

    assert status < 500
    assert refused(orjson.loads(text)), text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"query": "{ __typename }", "variables": {"x": "\\ud800"}}', 400),
        (b'{"query": "mutation { x }", "variables": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", 400),
        (b"\xff\xfe", 400),
        (b"", 400),
        (b"[]", 400),
        (asked(REGISTER, given={"names": "x" * 300_000}), 413),
    ],
    ids=["surrogate", "deep", "not-utf-8", "empty", "list", "huge"],
)
async def test_a_body_that_cannot_be_read_is_a_bad_request(campus: Campus, body: bytes, status: int) -> None:
    assert (await raw(campus, body))[0] == status


async def test_a_surrogate_written_in_the_document_is_refused(campus: Campus) -> None:
    query = 'mutation { done: archiveOrganisation(input: {id: "x", reason: "\\\\ud800"}) { __typename } }'

    status, text = await raw(campus, b'{"query": "' + query.replace('"', '\\"').encode() + b'"}')

    assert status < 500
    assert refused(orjson.loads(text)), text


async def test_fifty_who_change_one_version_at_once_are_one_winner_and_refusals(campus: Campus) -> None:
    known = await registered(campus)

    answers = await asyncio.gather(
        *(campus.does("officer", "CorrectOrganisation", id=known["id"], seen=1, city=f"City {n}") for n in range(50))
    )

    won = [each for each in answers if each["__typename"] == "Organisation"]
    assert len(won) == 1
    assert {each["code"] for each in answers if each["__typename"] == "Refusal"} == {"stale-version"}


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=30),
    st.just("\0"),
    st.just("\u202e"),
    st.uuids().map(str),
    st.sampled_from(["2026-01-01", "9999-12-31", "0000-00-00", "2026-01-01T00:00:00Z", "1e999", "az", "AZ"]),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def inputs(type_: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Inputs of about the right shape, with something odd here and there."""
    if isinstance(type_, GraphQLNonNull):
        return st.one_of(inputs(type_.of_type, depth), ODD) if depth > 3 else inputs(type_.of_type, depth)
    if isinstance(type_, GraphQLList):
        return st.lists(inputs(type_.of_type, depth + 1), max_size=2)
    if isinstance(type_, GraphQLInputObjectType):
        needed = {n: inputs(f.type, depth + 1) for n, f in type_.fields.items() if isinstance(f.type, GraphQLNonNull)}
        spare = {n: inputs(f.type, depth + 1) for n, f in type_.fields.items() if n not in needed} if depth < 3 else {}
        return st.fixed_dictionaries(needed, optional=spare)
    if isinstance(type_, GraphQLEnumType):
        return st.one_of(st.sampled_from(sorted(type_.values)), ODD)
    right = {
        "ID": st.uuids().map(str),
        "Int": st.integers(-5, 10_000),
        "Boolean": st.booleans(),
        "Date": st.dates().map(str),
        "DateTime": st.datetimes().map(lambda at: f"{at.isoformat()}Z"),
        "Decimal": st.decimals(allow_nan=True, places=2).map(str),
        "String": st.text(min_size=1, max_size=20),
    }
    return st.one_of(right.get(type_.name, st.text(max_size=20)), ODD)


@pytest.mark.parametrize("name", sorted({each.name for each in COMMANDS}))
async def test_no_input_of_any_mutation_makes_us_fail(campus: Campus, the_schema: GraphQLSchema, name: str) -> None:
    query = f"mutation ($given: {name}Input!) {{ done: {name[0].lower()}{name[1:]}(input: $given) {{ __typename }} }}"
    tried: list[Any] = []

    @settings(max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs(the_schema.type_map[f"{name}Input"]))
    def gather(value: Any) -> None:
        tried.append(value)

    gather()
    answers = await asyncio.gather(*(raw(campus, asked(query, given=value)) for value in tried))
    for value, (status, text) in zip(tried, answers, strict=True):
        assert status < 500, (status, value)
        assert OURS not in text, value
        assert orjson.loads(text), text

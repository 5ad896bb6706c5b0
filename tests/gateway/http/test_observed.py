"""Whoever runs the gateway sees each operation: one log line and one measurement, without a word of what was asked."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from graphql import OperationDefinitionNode, parse
from prometheus_client import REGISTRY

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.http.observation import Names, observed_over
from korpu_gateway.readmodel.pool import reading_pool
from korpu_local.ports import free_port
from tests.chassis.test_telemetry import Lines, lines_of
from tests.gateway.campus import Campus
from tests.gateway.conftest import Gateway
from tests.gateway.watching import events, watcher
from tests.office import People, logs

OFFICER = Principal("officer-1", frozenset({"officer"}))
LIST = 'query Partners { organisations(first: 3, filter: {search: "Hamburg-secret"}) { nodes { id } } }'
ONE = "query Single($id: ID!) { organisation(id: $id) { id } }"


@pytest.fixture
def lines() -> Iterator[Lines]:
    with lines_of("gateway") as logged:
        yield logged
    logs()


@dataclass
class GraphQLClient:
    """The gateway's endpoint as the application serves it."""

    client: httpx.AsyncClient
    people: People

    async def asks(self, query: str, role: str | None = "officer", **more: Any) -> httpx.Response:
        headers = more.pop("headers", {})
        if role:
            headers = {**headers, "authorization": self.people.as_role(role)}
        return await self.client.post("/graphql", json={"query": query, **more}, headers=headers)


@pytest.fixture
async def graphql(office: Gateway) -> AsyncIterator[GraphQLClient]:
    people = People()
    endpoint = Endpoint(office.schema, office.pool, people)
    transport = httpx.ASGITransport(observed_over("http", endpoint))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        yield GraphQLClient(client, people)


def answered(lines: Lines) -> list[dict[str, Any]]:
    return [line for line in lines() if line["event"] == "operation.answered"]


def measured(**labels: str) -> float:
    return REGISTRY.get_sample_value("korpu_graphql_seconds_count", labels) or 0


async def test_an_operation_is_one_line_and_one_measurement(lines: Lines, graphql: GraphQLClient) -> None:
    labels = {"operation": "Partners", "kind": "query", "way": "compiled", "status": "ok"}
    before = measured(**labels)

    response = await graphql.asks(LIST, headers={"x-request-id": "from-the-portal"})

    [line] = answered(lines)
    assert line.items() >= {**labels, "door": "http", "request_id": "from-the-portal"}.items()
    assert line["rows"] == response.text.count("{")
    assert line["ms"] > 0
    assert len(line["trace_id"]) == 32
    assert measured(**labels) == before + 1
    assert response.headers["x-request-id"] == "from-the-portal"


async def test_neither_the_document_nor_its_variables_are_logged(lines: Lines, graphql: GraphQLClient) -> None:
    await graphql.asks(LIST)
    await graphql.asks(ONE, variables={"id": "secret-id"})
    await graphql.asks("query Secret { nothing }")
    await graphql.asks(LIST.replace("nodes { id }", "secretfield"))

    said = str(lines()).lower()
    assert "secret" not in said
    assert "hamburg" not in said


@pytest.mark.parametrize(
    ("query", "role", "name", "status"),
    [
        ("query Broken { nothing }", "officer", "other", "invalid"),
        ("{", "officer", "other", "invalid"),
        (ONE, "officer", "Single", "invalid"),
        ("{ __schema { description } }", None, "other", "refused"),
        ("{ organisations(first: 1) { nodes { id } } }", "officer", "anonymous", "ok"),
    ],
)
async def test_what_is_wrong_with_a_request_is_seen(
    lines: Lines, graphql: GraphQLClient, query: str, role: str | None, name: str, status: str
) -> None:
    await graphql.asks(query, role)

    [line] = answered(lines)
    assert (line["operation"], line["status"]) == (name, status)


async def test_a_read_model_that_is_away_is_seen_as_away(lines: Lines, office: Gateway) -> None:
    nobody_there = f"postgresql://portal@127.0.0.1:{free_port()}/portal"

    async with reading_pool(nobody_there, 1) as pool:
        endpoint = Endpoint(office.schema, pool, People())
        transport = httpx.ASGITransport(observed_over("http", endpoint))
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
            response = await client.post("/graphql", json={"query": LIST})

    [line] = answered(lines)
    assert (response.status_code, line["status"], line["operation"]) == (503, "unavailable", "Partners")


async def test_a_bug_is_seen_as_one_under_the_id_that_the_caller_was_told(lines: Lines, office: Gateway) -> None:
    class Broken:
        def __getattr__(self, _: str) -> Any:
            raise RuntimeError("Nərmin")

    endpoint = Endpoint(office.schema, Broken(), People())  # type: ignore[arg-type]
    transport = httpx.ASGITransport(observed_over("http", endpoint))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        response = await client.post("/graphql", json={"query": LIST})

    told = response.json()["errors"][0]["extensions"]["requestId"]
    assert told == response.headers["x-request-id"]
    assert {line["request_id"] for line in lines()} == {told}
    assert answered(lines)[0]["status"] == "failed"


async def test_operations_of_every_door_are_seen(lines: Lines, campus: Campus) -> None:
    who = campus.headers("officer")
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches("subscription Watching { organisationChanged { id } }")
        await watching.says(type="complete", id=id)
        await watching.says(id="q", type="subscribe", payload={"query": "query Over { organisations { totalCount } }"})
        assert (await watching.hears())["type"] == "next"
        await watching.says(id="w", type="subscribe", payload={"query": "query Wrong { nothing }"})
        await watching.hears()
        assert (await watching.hears())["type"] == "error"
    async with events(campus.client, who, "subscription Streaming { organisationChanged { id } }") as told:
        assert told.response.headers["x-request-id"]

    seen = {(line["door"], line["operation"], line["kind"], line["status"]) for line in answered(lines)}
    assert seen == {
        ("websocket", "Watching", "subscription", "ok"),
        ("websocket", "Over", "query", "ok"),
        ("websocket", "other", "unknown", "invalid"),
        ("sse", "Streaming", "subscription", "ok"),
    }
    assert {len(line["request_id"]) for line in answered(lines)} == {36}


async def test_files_and_lists_as_files_are_seen_by_their_ways(lines: Lines, campus: Campus) -> None:
    await campus.client.get("/exports/organisations.csv", headers=campus.headers("officer"))
    await campus.client.get("/partners/files/nothing", headers=campus.headers("officer"))

    seen = [(line["path"], line["status"]) for line in lines() if line["event"] == "request.answered"]
    assert ("/exports/{list}", 200) in seen
    assert ("/partners/files", 404) in seen


def named(name: str) -> OperationDefinitionNode:
    [operation] = parse(f"query {name} {{ node }}").definitions
    assert isinstance(operation, OperationDefinitionNode)
    return operation


def test_names_are_few_and_strangers_take_half_of_them_at_most() -> None:
    names = Names(most=4, strangers=2)
    names.know(["query Trusted { a } mutation TrustedToo { b }"])
    names.know([])

    strangers = [names.label(named(f"Stranger{number}"), Principal.anonymous) for number in range(3)]
    officers = [names.label(named(f"Officer{number}"), OFFICER) for number in range(3)]

    assert strangers == ["other"] * 3
    assert officers == ["Officer0", "Officer1", "other"]
    assert names.label(named("Trusted"), Principal.anonymous) == "Trusted"
    assert names.label(named("Officer1"), Principal.anonymous) == "Officer1"

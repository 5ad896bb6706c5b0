"""A gateway that reads: its own database, furnished with documents that its projection has kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
import orjson
import pytest
from graphql import GraphQLSchema

from korpu_chassis.clock import now
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.persistence.store import Database
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.http.negotiation import RESPONSE
from korpu_gateway.readmodel.pool import ReadingPool, reading_pool
from korpu_gateway.readmodel.projection import project
from korpu_gateway.reads.answers import Answers, dumped
from korpu_gateway.reads.operations import read
from korpu_gateway.reads.reading import Reading
from korpu_gateway.schema import schema
from korpu_gateway.types import KINDS
from korpu_local.home import Home
from korpu_local.kafka import Broker
from korpu_local.tokens import Issuer
from tests.conftest import Database as Fresh
from tests.conftest import Topics
from tests.gateway.campus import Campus, open_campus
from tests.gateway.library import Library, moment
from tests.gateway.shelves import State
from tests.gateway.small_office import furnished
from tests.office import People

OFFICER = Principal("officer-1", frozenset({"officer"}))
NOBODY = Principal.anonymous


@dataclass
class Gateway:
    """The reading side of a gateway, asked without HTTP."""

    pool: ReadingPool
    database: Database
    schema: GraphQLSchema
    library: Library
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        self.answers = Answers(self.schema)

    def reading(self, who: Principal, language: str = "az") -> Reading:
        return Reading(self.pool, who, language, now())

    async def compiled(self, text: str, who: Principal = OFFICER, language: str = "az", **given: Any) -> bytes | None:
        """The answer of a plan, or None when there is none."""
        reading, operations = self.reading(who, language), read(self.schema, text)
        operation = operations.chosen(None)
        assert operation is not None, operations.errors
        variables = self.answers.variables(operations, operation, given)
        if isinstance(variables, list):
            return None
        plan = await self.answers.planned(text, operations, operation, variables, reading)
        return await self.answers.compiled(plan, variables, reading) if plan else None

    async def executed(self, text: str, who: Principal = OFFICER, language: str = "az", **given: Any) -> bytes:
        """The answer of ordinary execution."""
        reading = self.reading(who, language)
        return dumped(await self.answers.executed(read(self.schema, text), None, given, reading), reading)

    async def asks(self, text: str, who: Principal = OFFICER, language: str = "az", **given: Any) -> Any:
        """The data of the answer; both ways of reading must agree, and there must be a plan."""
        compiled = await self.compiled(text, who, language, **given)
        executed = await self.executed(text, who, language, **given)
        assert compiled == executed
        return orjson.loads(executed)["data"]

    async def hears(self, kind: str, *states: State, fact: str = "said", at: str | None = None, **more: Any) -> None:
        """Let the projection keep these states, as its consumer would."""
        heard = [incoming(kind, state, fact, at, more) for state in states]
        async with self.database.transaction() as session:
            await project(heard, session)


def incoming(kind: str, state: State, fact: str, at: str | None, more: dict[str, Any]) -> Incoming:
    """A message that tells this state."""
    topic = next(each for each, words in KINDS[kind].topics.items() if not words or state["kind"] in words)
    return Incoming(
        topic=topic,
        partition=0,
        offset=0,
        key=state["id"],
        id=uuid4(),
        subject=UUID(state["id"]),
        type=f"az.edu.gdu.{topic.split('.')[0]}.{kind}.{fact}.v1",
        time=moment(at or state["changed_at"]),
        version=state["version"],
        state=orjson.loads(orjson.dumps(state)),
        change=more.get("change", {}),
        attributes={"actor": more.get("actor", "officer-1"), "correlationid": state["correlation_id"]},
        epoch=more.get("epoch", 0),
    )


@pytest.fixture(scope="session")
def the_schema() -> GraphQLSchema:
    return schema()._schema  # noqa: SLF001 -- the compiler reads GraphQL's own schema


@pytest.fixture
async def gateway(database: Fresh, the_schema: GraphQLSchema) -> AsyncIterator[Gateway]:
    """A gateway that knows nothing yet."""
    dsn = await database("gateway")
    held = Database(dsn, connections=2)
    async with reading_pool(dsn, 3) as pool:
        yield Gateway(pool, held, the_schema, Library())
    await held.close()


@pytest.fixture(scope="session")
async def office(databases: Fresh, the_schema: GraphQLSchema) -> AsyncIterator[Gateway]:
    """A gateway that knows a small office; nobody changes it."""
    dsn = await databases("gateway")
    held = Database(dsn, connections=2)
    async with reading_pool(dsn, 4) as pool:
        gateway = Gateway(pool, held, the_schema, furnished())
        for kind, states in gateway.library.states.items():
            await gateway.hears(kind, *states)
        yield gateway
    await held.close()


@pytest.fixture(scope="session")
async def campus(home: Home, kafka: Broker, wire: Topics, databases: Fresh) -> AsyncIterator[Campus]:
    """The whole system at work: three owners, Kafka between them, and the gateway behind a socket."""
    async with open_campus(Issuer(home, "http://issuer.test"), databases, kafka.kafka(await wire())) as at_work:
        yield at_work


@dataclass
class GraphQLClient:
    """The gateway's endpoint, asked over HTTP by people whose roles the test says."""

    client: httpx.AsyncClient
    people: People
    endpoint: Endpoint

    async def posts(
        self, query: object, role: str | None = None, accept: str = RESPONSE, **more: Any
    ) -> httpx.Response:
        headers = {"accept": accept, **more.pop("headers", {})}
        if role:
            headers["authorization"] = self.people.as_role(role)
        return await self.client.post("/graphql", json={"query": query, **more}, headers=headers)

    async def sends(self, body: bytes, **headers: str) -> httpx.Response:
        told = {"content-type": "application/json", "accept": RESPONSE}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.post("/graphql", content=body, headers=told)


@asynccontextmanager
async def graphql_client(office: Gateway, **more: Any) -> AsyncIterator[GraphQLClient]:
    """A client of this gateway."""
    people = People()
    endpoint = Endpoint(office.schema, office.pool, people, page=b"<!doctype html>", **more)
    transport = httpx.ASGITransport(endpoint)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        yield GraphQLClient(client, people, endpoint)


@pytest.fixture(scope="session")
async def graphql(office: Gateway) -> AsyncIterator[GraphQLClient]:
    async with graphql_client(office) as opened:
        yield opened

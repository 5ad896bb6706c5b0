"""The whole house in one process: three owners, their relays and consumers, the gateway behind a real socket."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.http.middleware import App
from korpu_chassis.http.server import server as serving_of
from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.messaging.consumer import Consumer
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.messaging.relay import relay
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from korpu_events.app import service as events
from korpu_gateway.app import create_app as create_gateway
from korpu_gateway.app import neighbours
from korpu_gateway.readmodel.projection import TOPICS, project
from korpu_gateway.server import HTTP_LIMITS
from korpu_gateway.settings import GatewaySettings
from korpu_local.issuer import issuer_app
from korpu_local.tokens import Caller, Issuer
from korpu_mobility.app import service as mobility
from korpu_partners.app import service as partners
from tests.conftest import Database as Fresh

SERVICES = {"partners": partners, "mobility": mobility, "events": events}


@asynccontextmanager
async def serving(app: App, **more: Any) -> AsyncIterator[str]:
    """The application behind a socket of its own, which outlasts its clients' idle connections; gives its address."""
    server = serving_of(app, port=0, lifespan="off", **{"timeout_keep_alive": 60, **more})
    config = server.config
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    ticking = asyncio.create_task(server.main_loop())
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await ticking
        server.force_exit = True
        await server.shutdown()


@asynccontextmanager
async def working(*roles: Any) -> AsyncIterator[None]:
    """Roles that work until the block ends; each gets the event that tells it to stop."""
    stop = asyncio.Event()
    tasks = [asyncio.create_task(role(stop)) for role in roles]
    try:
        yield
    finally:
        stop.set()
        for task in tasks:
            await asyncio.wait_for(task, 20)


@dataclass
class Campus:
    """Everything at work, and callers who ask the gateway."""

    issuer: Issuer
    settings: GatewaySettings
    address: str
    client: httpx.AsyncClient
    databases: Mapping[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def another(self, **settings: Any) -> AsyncIterator["Campus"]:
        """Another gateway of the same house, told other things by its environment."""
        async with gateway(self.issuer, self.settings.model_copy(update=settings)) as other:
            yield other

    def token(self, role: str, **more: Any) -> str:
        """An access token of the local issuer."""
        return self.issuer.token(Caller(role=role, **more))

    def headers(self, role: str | None, **more: Any) -> dict[str, str]:
        """The headers of a caller in a role."""
        language = {"accept-language": more.pop("language", "en")}
        return language | ({"authorization": f"Bearer {self.token(role, **more)}"} if role else {})

    async def posts(
        self, role: str | None, text: str, *, headers: Mapping[str, str] | None = None, **given: Any
    ) -> Any:
        """The whole response to an operation."""
        who = {name: given.pop(name) for name in ("subject", "units", "person_id", "language") if name in given}
        sent = {**self.headers(role, **who), **(headers or {})}
        response = await self.client.post("/graphql", json={"query": text, "variables": given}, headers=sent)
        return response.json() | {"status": response.status_code}

    async def does(self, role: str | None, command: str, shown: str = "id", /, **given: Any) -> Any:
        """Give a command; the thing or the refusal, with its `__typename`."""
        headers = given.pop("headers", None)
        about = {
            name: given.pop(name) for name in ("as_subject", "as_units", "as_person", "as_language") if name in given
        }
        names = {"as_subject": "subject", "as_units": "units", "as_person": "person_id", "as_language": "language"}
        name = command[0].lower() + command[1:]
        response = await self.posts(
            role,
            f"""mutation ($given: {command}Input!) {{ done: {name}(input: $given) {{ __typename
                ... on Refusal {{ code message path errors {{ path code message }} }}
                ... on Node {{ {shown} }} }} }}""",
            headers=headers,
            given=given,
            **{names[each]: value for each, value in about.items()},
        )
        assert "errors" not in response, response
        return response["data"]["done"] | {"extensions": response.get("extensions", {})}


@asynccontextmanager
async def open_campus(issuer: Issuer, fresh: Fresh, kafka: Kafka) -> AsyncIterator[Campus]:
    """The house at work."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serving(issuer_app(issuer)))
        dsns = {name: await fresh(name) for name in (*SERVICES, "gateway")}
        owners = {}
        for name, service in SERVICES.items():
            owners[name] = await stack.enter_async_context(_owner(service, dsns[name], issuer, url, kafka))
        dsn = dsns["gateway"]
        database = Database(dsn, connections=3)
        stack.push_async_callback(database.close)
        consumer = Consumer(kafka, "gateway", sorted(TOPICS), project, database.transaction)
        settings = _settings(dsn, issuer, url, kafka, owners)
        await stack.enter_async_context(working(consumer.forever))
        at_work = await stack.enter_async_context(gateway(issuer, settings))
        yield replace(at_work, databases=dsns)


@asynccontextmanager
async def gateway(issuer: Issuer, settings: GatewaySettings) -> AsyncIterator[Campus]:
    """A gateway that serves, and hears of its read model."""
    async with (
        neighbours(settings) as around,
        working(around.watch.forever),
        serving(create_gateway(settings, around), **HTTP_LIMITS) as address,
        httpx.AsyncClient(base_url=address, timeout=30) as client,
    ):
        await asyncio.wait_for(around.watch.listening.wait(), 10)
        yield Campus(issuer, settings, address, client)


@asynccontextmanager
async def _owner(service: Service, dsn: str, issuer: Issuer, url: str, kafka: Kafka) -> AsyncIterator[str]:
    database = Database(dsn, connections=5)
    verifier = Verifier(issuer.url, "korpu", f"{url}/jwks.json")
    runtime = ServiceRuntime(service, database, verifier)

    async def hear(heard: Sequence[Incoming], session: AsyncSession) -> None:
        for each in heard:
            await runtime.handle(each, session)

    async def relaying(stop: asyncio.Event) -> None:
        await relay(dsn, kafka, stop=stop)

    consumer = Consumer(kafka, service.name, service.consumed_topics(), hear, database.transaction)
    async with serving(create_app(runtime)) as address, working(relaying, consumer.forever):
        yield address
    await verifier.close()
    await database.close()


def _settings(dsn: str, issuer: Issuer, url: str, kafka: Kafka, owners: Mapping[str, str]) -> GatewaySettings:
    return GatewaySettings(
        database=dsn,
        kafka=kafka.bootstrap,
        kafka_security="plaintext",  # nobody speaks to Kafka with these
        issuer=issuer.url,
        jwks_url=f"{url}/jwks.json",
        environment="development",
        partners_url=owners["partners"],
        mobility_url=owners["mobility"],
        events_url=owners["events"],
    )

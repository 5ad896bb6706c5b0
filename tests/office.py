"""A service at work inside a test: commands through its real HTTP door, on a real database."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import httpx
import orjson
from sqlalchemy import select

from korpu_chassis.clock import FrozenClock
from korpu_chassis.commands.state import snake
from korpu_chassis.deadlines import Ticker
from korpu_chassis.foreign.sender_keys import SenderKeys
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.messaging.envelope import read
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.outbox import outbox
from korpu_chassis.observability import telemetry
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from tests.seen import SEEN
from tests.standing import accepted_as_said, refused_as_said

OUTPUT = sys.stdout
ABOUT = ("subject", "units", "person_id", "language")


def logs(level: str = "WARNING") -> None:
    """Log where tests have logged from the beginning: what a single test captures is closed after it."""
    telemetry.configure("office", "test", level=level, stream=OUTPUT)


logs()


class Refused(AssertionError):
    """A command was refused; the test did not expect it."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code')}: {problem.get('detail')} {problem.get('errors')}")
        self.status = status
        self.code = problem.get("code")
        self.problem = problem


@dataclass
class People:
    """Takes the place of the issuer: a caller is who the test says, by the name of a role."""

    known: dict[str, Principal] = field(default_factory=dict)

    async def principal(self, authorization: str | None) -> Principal:
        """Who the header names; tokens themselves are tested where they are verified."""
        return self.known[authorization] if authorization else Principal.anonymous

    def as_role(self, role: str, **more: Any) -> str:
        """The header under which a bearer of the role comes in; `a+b` bears both roles."""
        subject = more.pop("subject", None) or f"{role}-1"
        header = f"{role} {subject} {sorted(more.items())!r}"
        units = frozenset(more.pop("units", ()))
        self.known[header] = Principal(subject=subject, roles=frozenset(role.split("+")), units=units, **more)
        return header


@dataclass
class Office:
    """One service: what is asked of it, what it answers, and what it says to the world."""

    service: Service
    database: Database
    clock: FrozenClock
    people: People = field(default_factory=People)
    offsets: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        """Open the door."""
        self.runtime = ServiceRuntime(self.service, self.database, self.people)  # type: ignore[arg-type]  # a verifier in all it does
        transport = httpx.ASGITransport(create_app(self.runtime))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://office")

    def sees_at_once(self) -> None:
        """Who acts in another's place is looked up each time, instead of every other second."""
        assert self.runtime.identification.substitutes
        self.runtime.identification.substitutes.lifetime = 0.0

    async def asks(self, role: str | None, method: str, path: str, **more: Any) -> httpx.Response:
        """Any request, in a role: `unit=`, `person_id=`, `subject=` say more about who asks."""
        headers = dict(more.pop("headers", {}))
        if role:
            headers["authorization"] = self.people.as_role(role, **about(more))
        more = {name: value for name, value in more.items() if name not in ABOUT}
        return await self.client.request(method, path, headers=headers, **more)

    async def does(
        self, role: str | None, command: str, /, *, by: Mapping[str, Any] | None = None, **given: Any
    ) -> Any:
        """Give a command and return its answer; a refusal is raised as `Refused`."""
        path = f"/commands/{snake(command).replace('_', '-')}"
        response = await self.asks(role, "POST", path, json=plain(given), **(by or {}))
        if response.status_code != 200:
            code = str(response.json().get("code"))
            SEEN.refused(command, code)
            who = self.people.known[self.people.as_role(role, **about(by or {}))] if role else Principal.anonymous
            await refused_as_said(self.service, self.database, who, command, plain(given), code)
            raise Refused(response.status_code, response.json())
        return response.json()

    async def refuses(
        self, role: str | None, command: str, /, *, by: Mapping[str, Any] | None = None, **given: Any
    ) -> str:
        """Give a command that is refused, and return the code; a test fails if it is not refused."""
        try:
            answer = await self.does(role, command, by=by, **given)
        except Refused as refused:
            return str(refused.code)
        raise AssertionError(f"{command} was not refused: {answer}")

    async def stood_as_said(self) -> None:
        """What was accepted in the test is what the states told of."""
        await accepted_as_said(self.service, self.database)

    async def said_about(self, aggregate_id: UUID | str) -> list[str]:
        """The facts said of an aggregate, in order, without its own name: `["drafted", "approved"]`."""
        return [message["type"].rsplit(".", 2)[1] for message in await self.messages_about(aggregate_id)]

    async def messages_about(self, aggregate_id: UUID | str) -> list[dict[str, Any]]:
        """The messages themselves: type, state, change, headers."""
        async with self.database.transaction() as session:
            rows = await session.execute(select(outbox).where(outbox.c.key == str(aggregate_id)).order_by(outbox.c.seq))
            return [{"type": row.type, "headers": row.headers, **orjson.loads(row.body)} for row in rows]

    async def audit_of(self, aggregate_id: UUID | str) -> list[dict[str, Any]]:
        """The audit rows of an aggregate, in order."""
        async with self.database.transaction() as session:
            of_it = select(store.audit).where(store.audit.c.aggregate_id == UUID(str(aggregate_id)))
            return [dict(row) for row in (await session.execute(of_it.order_by(store.audit.c.version))).mappings()]

    async def waits_until(self, at: datetime) -> None:
        """Move the clock and let everything speak that falls due."""
        self.clock.move_to(at)
        while await Ticker(self.database, self.runtime.run_due).tick():
            pass

    async def hears(
        self,
        topic: str,
        fact: str,
        state: Mapping[str, Any],
        change: Mapping[str, Any] | None = None,
        epoch: int = 0,
        **headers: str | None,
    ) -> None:
        """Let the service hear a message of another one, as its consumer would; headers can be given differently."""
        service = topic.split(".", maxsplit=1)[0]
        said = {
            "ce_specversion": "1.0",
            "ce_id": str(uuid4()),
            "ce_source": f"/{service}",
            "ce_type": f"az.edu.gdu.{service}.{fact}.v1",
            "ce_subject": str(state["id"]),
            "ce_time": self.clock.now().isoformat(),
            "content-type": "application/json",
            "ce_correlationid": str(state.get("correlation_id", uuid4())),
            **({"ce_epoch": str(epoch)} if epoch else {}),
            **headers,
        }
        packed = {name: value.encode() for name, value in said.items() if value is not None}
        body = orjson.dumps({"state": plain(state), "change": plain(change or {})})
        await self.hears_record(Record(topic, 0, next(self.offsets), str(state["id"]).encode(), packed, body))

    async def hears_record(self, record: Record, keys: SenderKeys | None = None) -> None:
        """Let the service hear a record as it lies on its topic."""
        foreign = [each for each in self.service.foreign if each.topic == record.topic]
        async with self.database.transaction() as session:
            if not foreign:
                await self.runtime.handle(read(record), session)
            for each in foreign:
                intake = self.runtime.intake(each, keys or SenderKeys(required=False))
                await intake.effects(session, [intake.entry(record)], None)


def about(by: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of who asks."""
    return {name: by[name] for name in ABOUT if name in by}


def plain(value: Any) -> Any:
    """The value as JSON carries it."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)

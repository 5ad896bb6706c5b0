"""A service put together: its aggregates, what it hears, and the roles in which it runs."""

import asyncio
from collections.abc import Awaitable, Callable, Container, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, TypeVar
from uuid import UUID

import structlog
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from korpu_chassis.commands.aggregate import AggregateDefinition, Declared
from korpu_chassis.commands.execution import execute_due
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.limits import READ
from korpu_chassis.deadlines import Due
from korpu_chassis.foreign.consumer import Foreign, ForeignTopic, Refusals
from korpu_chassis.foreign.sender_keys import SenderKeys
from korpu_chassis.identity.access_tokens import Principal, Verifier
from korpu_chassis.identity.substitution import Identification, Substitutes, Substitution
from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.observability.tracing import continuing
from korpu_chassis.persistence.store import Aggregate, Database
from korpu_chassis.reconciliation.comparison import heard, kept
from korpu_chassis.reconciliation.pages import Inventories
from korpu_chassis.recovery.stored_files import StoredFiles


class ConsumedState(BaseModel):
    """A reader's own model of another service's state: only the fields that it needs."""

    model_config = ConfigDict(extra="ignore", frozen=True)


H = TypeVar("H", bound=ConsumedState)


@dataclass(frozen=True)
class Message(Generic[H]):
    """What was heard: the public state after the fact, what the fact adds, and which of two words is the newer."""

    id: UUID
    type: str
    version: int
    order: int
    time: datetime
    state: H
    change: Mapping[str, Any]


MessageHandler = Callable[[Message[Any], UnitOfWork], Awaitable[None]]


@dataclass(frozen=True)
class ConsumedTopic:
    """One topic that a service listens to, with the fields it reads and what it does."""

    topic: str
    reader: type[ConsumedState]
    handler: MessageHandler
    keeps: type[SQLModel] | None = None


def consumes(
    topic: str, reader: type[ConsumedState], keeps: type[SQLModel] | None = None
) -> Callable[[MessageHandler], ConsumedTopic]:
    """Declare what a service does when it hears a topic; the effect must be guarded by the message's order.

    `keeps` is the table that has a row for each thing that was heard of, with the order as its version.
    """
    return lambda handler: ConsumedTopic(topic, reader, handler, keeps)


@dataclass(frozen=True)
class Substituting:
    """How a service knows who acts in whose place: bearers of `needs` are lent `lends`, and `known` reads whose."""

    needs: Role
    lends: Role
    known: Callable[[AsyncSession], Awaitable[Sequence[Substitution]]]

    def over(self, database: Database) -> Substitutes:
        """Those who act in another's place, by this database."""

        async def known() -> Sequence[Substitution]:
            async with database.transaction(READ) as session:
                return await self.known(session)

        return Substitutes(known, needs=self.needs.name, lends=self.lends.name)


@dataclass(frozen=True)
class Service:
    """What a service is, before it runs: its tables, aggregates, what it hears, further routes and migrations.

    `streams` are the paths whose bodies are read piece by piece; `needs` must hold before a process answers or ticks,
    and raise `Stopping` when they do not; `sweeps` tidy up every hour and say nothing; `effects` are what is done
    after a commit and beyond the database, each until the process stops; `stored` are the files that lie outside of
    its database and belong into a backup.
    """

    name: str
    table: type[SQLModel]
    definitions: Sequence[AggregateDefinition[Any]]
    migrations: Path
    consumes: Sequence[ConsumedTopic] = ()
    foreign: Sequence[Foreign] = ()
    routers: Sequence[APIRouter] = ()
    streams: Container[str] = ()
    needs: Sequence[Callable[[], Awaitable[None]]] = ()
    sweeps: Sequence[Callable[[Database], Awaitable[None]]] = ()
    effects: "Sequence[Effect]" = ()
    stored: StoredFiles | None = None
    substituting: Substituting | None = None

    def commands(self) -> Iterator[Declared]:
        """Every command of every aggregate, by name: what is generated does not depend on where a command stands."""
        for definition in self.definitions:
            yield from (definition.commands[name] for name in sorted(definition.commands))

    @property
    def inventories(self) -> Inventories:
        """What it tells of all that it has, so that readers can compare."""
        return Inventories(self.name)

    def speaks(self) -> "Iterator[AggregateDefinition[Any] | Inventories | Refusals]":
        """Everything of which it says messages: its aggregates, all that it has, and what it refused of others."""
        yield from self.definitions
        if self.definitions:
            yield self.inventories
        for each in self.foreign:
            yield each.refusals

    def tables(self) -> dict[str, str]:
        """The tables of its aggregates, by their topics."""
        return {definition.topic: str(definition.table.__tablename__) for definition in self.definitions}

    def holdings(self) -> dict[str, str]:
        """The SQL of what it holds of each topic that it hears."""
        keeping = {each.topic: str(each.keeps.__tablename__) for each in self.consumes if each.keeps}
        return {
            each: kept(keeping[each]) if each in keeping else heard(self.name, each) for each in self.consumed_topics()
        }

    def consumed_topics(self) -> list[str]:
        """The topics that it hears, each once."""
        return sorted({each.topic for each in self.consumes})


@dataclass(frozen=True)
class ServiceRuntime:
    """A running service: what it is, on its database, behind its routes."""

    service: Service
    database: Database
    verifier: Verifier
    definitions: Mapping[type[Aggregate], AggregateDefinition[Any]] = field(init=False)
    identification: Identification = field(init=False)

    def __post_init__(self) -> None:
        """Find definitions by their table, and callers by their token and by whose place they act in."""
        substituting = self.service.substituting
        substitutes = substituting.over(self.database) if substituting else None
        object.__setattr__(self, "identification", Identification(self.verifier, substitutes))
        object.__setattr__(
            self, "definitions", {definition.table: definition for definition in self.service.definitions}
        )

    def unit_of_work(self, session: AsyncSession, principal: Principal, command: str, **origin: Any) -> UnitOfWork:
        """One piece of work in the caller's transaction; the log names it as the operation."""
        structlog.contextvars.bind_contextvars(operation=command)
        return UnitOfWork(
            session=session,
            service=self.service.name,
            definitions=self.definitions,
            principal=principal,
            command=command,
            **origin,
        )

    async def run_due(self, session: AsyncSession, due: Due) -> None:
        """Let the clock speak about one aggregate."""
        definition = next(each for each in self.service.definitions if each.name == due.aggregate)
        await execute_due(self.unit_of_work(session, Principal.system("clock"), due.deadline.rule), definition, due)

    def intake(self, foreign: Foreign, keys: SenderKeys) -> ForeignTopic:
        """How a topic that others write is taken, by a group of its own."""
        return ForeignTopic(self.group_of(foreign), self.service.name, foreign, keys, self._work_of)

    def group_of(self, foreign: Foreign) -> str:
        """The group that reads a foreign topic: `<service>.<first part of the topic>`."""
        return f"{self.service.name}.{foreign.topic.partition('.')[0]}"

    def _work_of(self, session: AsyncSession, incoming: Incoming) -> UnitOfWork:
        return self.unit_of_work(
            session,
            Principal.system(self.service.name),
            _fact(incoming),
            correlation_id=incoming.correlation_id,
            causation_id=incoming.id,
        )

    async def handle(self, incoming: Incoming, session: AsyncSession) -> None:
        """Let one message have its effects, in the consumer's transaction."""
        for each in self.service.consumes:
            if each.topic == incoming.topic:
                with continuing(incoming.trace, "message"):
                    await each.handler(_message(incoming, each.reader), self._work_of(session, incoming))


Effect = Callable[[ServiceRuntime, asyncio.Event], Coroutine[Any, Any, None]]
"""Looks for what a commit has left to be done elsewhere, and does it outside of any transaction."""


def _message(incoming: Incoming, reader: type[ConsumedState]) -> Message[Any]:
    return Message(
        id=incoming.subject,
        type=_fact(incoming),
        version=incoming.version,
        order=incoming.order,
        time=incoming.time,
        state=reader.model_validate(incoming.state),
        change=incoming.change,
    )


def _fact(incoming: Incoming) -> str:
    """`az.edu.gdu.bakery.loaf.baked.v1` is `loaf.baked`."""
    return ".".join(incoming.type.split(".")[-3:-1])

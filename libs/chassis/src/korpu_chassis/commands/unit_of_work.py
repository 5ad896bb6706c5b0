"""Commands at work: the lock, the rule, the change, and its row, audit, message and deadlines in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, ColumnElement, exists, func, insert, literal, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from korpu_chassis import clock
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.state import Fact
from korpu_chassis.deadlines import synchronise
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.outbox import post
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import NotFound, Notice

A = TypeVar("A", bound=Aggregate)
S = TypeVar("S", bound=SQLModel)


@dataclass
class UnitOfWork:
    """One piece of work in one transaction: who asks, when it is, and all that it may touch."""

    session: AsyncSession
    service: str
    definitions: Mapping[type[Aggregate], AggregateDefinition[Any]]
    principal: Principal
    command: str
    correlation_id: UUID | None = None
    causation_id: UUID | None = None
    why: str | None = None
    in_place_of: str | None = None
    now: datetime = field(default_factory=clock.now)
    warnings: list[Notice] = field(default_factory=list)
    _before: dict[UUID, dict[str, object]] = field(default_factory=dict)
    emitted: list[tuple[Aggregate, Fact]] = field(default_factory=list)
    epoch: int = 0
    unnamed: bool = False
    """Who acts is nobody's business: what is kept and said of the change names nobody."""

    @property
    def actor(self) -> str:
        """Under whose name the change is kept and said."""
        return Principal.anonymous.subject if self.unnamed else self.principal.subject

    @property
    def today(self) -> date:
        """The office's day at the moment of the work."""
        return self.now.astimezone(clock.BAKU).date()

    async def lock(self, kind: type[A], aggregate_id: UUID, path: str | None = "id") -> A:
        """Take an aggregate for change; nobody else changes it until the transaction ends."""
        row = await self.session.get(kind, aggregate_id, with_for_update=True, populate_existing=True)
        if row is None:
            raise NotFound(path)
        self._before.setdefault(row.id, store.snapshot(row))
        return row

    async def lock_all(
        self, kind: type[A], *where: ColumnElement[bool] | bool, order: Any, limit: int | None = None
    ) -> Sequence[A]:
        """Take several for change, in this order, as `lock` takes one."""
        wanted = select(kind).where(*where).order_by(order).limit(limit).with_for_update()  # type: ignore[arg-type]
        rows = (await self.session.scalars(wanted, execution_options={"populate_existing": True})).all()
        for row in rows:
            self._before.setdefault(row.id, store.snapshot(row))
        return rows

    async def take(self, kind: type[A], aggregate_id: UUID) -> A:
        """Take an aggregate as `lock` does, after what is always taken before one of its kind."""
        if first := self.definitions[kind].after:
            await self.session.execute(first(aggregate_id))
        return await self.lock(kind, aggregate_id)

    async def hold(self, kind: type[A], aggregate_id: UUID) -> int:
        """The version of an aggregate that is there, and that nobody changes until the transaction ends."""
        held = select(col(kind.version)).where(col(kind.id) == aggregate_id)
        return (await self.session.execute(held.with_for_update(read=True, key_share=True))).scalar_one()

    async def find(self, kind: type[S], *where: ColumnElement[bool] | bool) -> Sequence[S]:
        """Look rows up without taking them."""
        return (await self.session.scalars(select(kind).where(*where))).all()  # type: ignore[arg-type]

    async def exists(self, kind: type[A], aggregate_id: UUID) -> bool:
        """Whether there is an aggregate of this kind with this id."""
        return await self.session.scalar(select(exists().where(col(kind.id) == aggregate_id))) is True

    async def emit(self, aggregate: A, fact: Fact) -> None:
        """Make the change one version: the row, one audit row, one message, and the deadlines that now hold."""
        await self.emit_all([(aggregate, fact)])

    async def emit_all(self, changes: Sequence[tuple[A, Fact]]) -> None:
        """Emit one fact of each of these, all of one kind, in few statements: for imports, and for one."""
        definition = self.definitions[type(changes[0][0])]
        for aggregate, _ in changes:
            self._settle(definition, aggregate)
            self.session.add(aggregate)
        await self._flush(definition)
        await self.session.execute(insert(store.audit), [self._audited(definition, *each) for each in changes])
        self.epoch = await post(self.session, *(self._outgoing(definition, *each) for each in changes))
        wanted = {each.id: definition.deadlines(each) if definition.deadlines else () for each, _ in changes}
        held = {each.id for each, _ in changes if each.version > 1}
        timely = partial(definition.is_timely, now=self.now)
        await synchronise(self.session, definition.name, wanted, held, timely)
        for aggregate, _ in changes:
            self._before[aggregate.id] = store.snapshot(aggregate)
        self.emitted.extend(changes)

    def warn(self, notice: Notice) -> None:
        """Let it be done, but say what to look at."""
        self.warnings.append(notice)

    async def number(self, series: str, count: int = 1) -> int:
        """Take the next number of a series, the first of as many as are wanted.

        There is no gap and no double, because the series stays locked until the transaction ends. It is given in the
        order of asking: those who wait for one row alone PostgreSQL lets overtake each other.
        """
        turn = func.pg_advisory_xact_lock(func.hashtextextended(series, 0)).alias("turn")
        statement = postgresql.insert(store.series).from_select(
            ["name", "last"], select(literal(series), literal(count, BigInteger)).select_from(turn)
        )
        taken = statement.on_conflict_do_update(
            index_elements=[store.series.c.name], set_={"last": store.series.c.last + count}
        ).returning(store.series.c.last)
        return int((await self.session.execute(taken)).scalar_one()) - count + 1

    async def log_read(self, about: Sequence[UUID], fields: Sequence[str], purpose: str | None = None) -> None:
        """Write down who looked at which restricted fields of whom."""
        rows = [
            {
                "at": self.now,
                "subject": self.principal.subject,
                "about": each,
                "fields": list(fields),
                "purpose": purpose,
            }
            for each in about
        ]
        if rows:
            await self.session.execute(insert(store.read_log), rows)

    def _settle(self, definition: AggregateDefinition[Any], aggregate: Aggregate) -> None:
        if aggregate.version == 0:
            aggregate.author = aggregate.author or self.actor
            aggregate.created_at = self.now
            aggregate.correlation_id = self.correlation_id or uuid4()
        aggregate.version += 1
        aggregate.changed_at = self.now
        if definition.status:
            aggregate.status = definition.status(aggregate, self.today)

    async def _flush(self, definition: AggregateDefinition[Any]) -> None:
        try:
            await self.session.flush()
        except IntegrityError as clash:
            name = str(getattr(getattr(clash.orig, "__cause__", None), "constraint_name", None))
            if name in definition.unique:
                raise definition.unique[name] from None
            raise

    def _audited(self, definition: AggregateDefinition[Any], aggregate: Aggregate, fact: Fact) -> dict[str, object]:
        return {
            "aggregate": definition.name,
            "aggregate_id": aggregate.id,
            "version": aggregate.version,
            "at": self.now,
            "subject": self.actor,
            "in_place_of": None if self.unnamed else self.in_place_of,
            "command": self.command,
            "fact": definition.fact_name(fact),
            "why": self.why,
            "changes": store.differences(self._before.get(aggregate.id, {}), aggregate),
            "correlation_id": aggregate.correlation_id,
        }

    def _outgoing(self, definition: AggregateDefinition[Any], aggregate: Aggregate, fact: Fact) -> Outgoing:
        return Outgoing(
            service=self.service,
            topic=definition.topic,
            fact=definition.fact_name(fact),
            subject=aggregate.id,
            time=self.now,
            correlation_id=aggregate.correlation_id,
            causation_id=self.causation_id,
            actor=self.actor,
            state=definition.published(aggregate).model_dump(mode="json"),
            change=fact.model_dump(mode="json"),
        )

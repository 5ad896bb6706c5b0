"""Commands at work: the lock, the door, the change, and its row, audit, message and deadlines in one transaction."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

import orjson
from pydantic import BaseModel
from sqlalchemy import BigInteger, ColumnElement, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from korpu_chassis import clock, store
from korpu_chassis.commands import Changes, Command, Declared, Fact, Room
from korpu_chassis.deadlines import Due, claim, synchronise
from korpu_chassis.identity import Principal
from korpu_chassis.messages import Outgoing, post
from korpu_chassis.refusals import (
    Forbidden,
    KeyReused,
    NotFound,
    Notice,
    Refusal,
    StaleVersion,
    Unauthenticated,
    WrongStatus,
)
from korpu_chassis.store import Aggregate

A = TypeVar("A", bound=Aggregate)
S = TypeVar("S", bound=SQLModel)


class Warned(BaseModel):
    """A warning in an answer: it was done, but look at this."""

    code: str
    message: str
    path: str | None = None


class Answer(BaseModel):
    """What a command answers: the aggregate as it now is, and what to look at."""

    id: UUID
    version: int
    status: str
    state: dict[str, Any]
    warnings: list[Warned] = []
    epoch: int = 0


@dataclass
class Work:
    """One piece of work in one transaction: who asks, when it is, and all that it may touch."""

    session: AsyncSession
    service: str
    rooms: Mapping[type[Aggregate], Room[Any]]
    principal: Principal
    command: str
    correlation_id: UUID | None = None
    causation_id: UUID | None = None
    why: str | None = None
    now: datetime = field(default_factory=clock.now)
    warnings: list[Notice] = field(default_factory=list)
    _before: dict[UUID, dict[str, object]] = field(default_factory=dict)
    said: list[tuple[Aggregate, Fact]] = field(default_factory=list)
    epoch: int = 0

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

    async def take(self, kind: type[A], aggregate_id: UUID) -> A:
        """Take an aggregate as `lock` does, after what is always taken before one of its kind."""
        if first := self.rooms[kind].after:
            await self.session.execute(first(aggregate_id))
        return await self.lock(kind, aggregate_id)

    async def find(self, kind: type[S], *where: ColumnElement[bool] | bool) -> Sequence[S]:
        """Look rows up without taking them."""
        return (await self.session.scalars(select(kind).where(*where))).all()  # type: ignore[arg-type]

    async def say(self, aggregate: A, fact: Fact) -> None:
        """Make the change one version: the row, one audit row, one message, and the deadlines that now hold."""
        await self.say_all([(aggregate, fact)])

    async def say_all(self, changes: Sequence[tuple[A, Fact]]) -> None:
        """Say one fact of each of these aggregates of one room, in few statements: for imports, and for one."""
        room = self.rooms[type(changes[0][0])]
        for aggregate, _ in changes:
            self._settle(room, aggregate)
            self.session.add(aggregate)
        await self._flush(room)
        await self.session.execute(insert(store.audit), [self._audited(room, *each) for each in changes])
        self.epoch = await post(self.session, *(self._outgoing(room, *each) for each in changes))
        wanted = {each.id: room.deadlines(each) if room.deadlines else () for each, _ in changes}
        held = {each.id for each, _ in changes if each.version > 1}
        await synchronise(self.session, room.name, wanted, held)
        for aggregate, _ in changes:
            self._before[aggregate.id] = store.snapshot(aggregate)
        self.said.extend(changes)

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

    def _settle(self, room: Room[Any], aggregate: Aggregate) -> None:
        if aggregate.version == 0:
            aggregate.author = aggregate.author or self.principal.subject
            aggregate.created_at = self.now
            aggregate.correlation_id = self.correlation_id or uuid4()
        aggregate.version += 1
        aggregate.changed_at = self.now
        if room.status:
            aggregate.status = room.status(aggregate, self.today)

    async def _flush(self, room: Room[Any]) -> None:
        try:
            await self.session.flush()
        except IntegrityError as clash:
            name = str(getattr(getattr(clash.orig, "__cause__", None), "constraint_name", None))
            if name in room.unique:
                raise room.unique[name] from None
            raise

    def _audited(self, room: Room[Any], aggregate: Aggregate, fact: Fact) -> dict[str, object]:
        return {
            "aggregate": room.name,
            "aggregate_id": aggregate.id,
            "version": aggregate.version,
            "at": self.now,
            "subject": self.principal.subject,
            "command": self.command,
            "fact": room.fact_name(fact),
            "why": self.why,
            "changes": store.differences(self._before.get(aggregate.id, {}), aggregate),
            "correlation_id": aggregate.correlation_id,
        }

    def _outgoing(self, room: Room[Any], aggregate: Aggregate, fact: Fact) -> Outgoing:
        return Outgoing(
            service=self.service,
            topic=room.topic,
            fact=room.fact_name(fact),
            subject=aggregate.id,
            time=self.now,
            correlation_id=aggregate.correlation_id,
            causation_id=self.causation_id,
            actor=self.principal.subject,
            state=room.state.model_validate(aggregate).model_dump(mode="json"),
            change=fact.model_dump(mode="json"),
        )


async def perform(declared: Declared, command: Command, work: Work) -> Answer:
    """Run one command inside the caller's transaction; the caller commits."""
    request = _fingerprint(declared, command)
    if command.idempotency_key and (known := await _recall(work, command.idempotency_key, request)):
        return known
    aggregate = await (_create(declared, command, work) if declared.creates else _change(declared, command, work))
    if not any(said is aggregate for said, _ in work.said):
        raise LookupError(f"{declared.name} changed nothing that was said")
    if declared.to is not None and aggregate.status not in declared.to:
        raise LookupError(f"{declared.name} ended in {aggregate.status}, which it does not declare")
    answer = _answer(declared.room, aggregate, work)
    if command.idempotency_key:
        await _remember(work, command.idempotency_key, answer)
    return answer


async def perform_due(work: Work, room: Room[Any], due: Due) -> None:
    """Run what falls due for one aggregate, once; the engine commits."""
    aggregate = await work.take(room.table, due.aggregate_id)
    if await claim(work.session, due):
        await room.due_handler(due.deadline.rule)(aggregate, due.deadline, work)


async def _create(declared: Declared, command: Command, work: Work) -> Aggregate:
    if not declared.allows(work.principal, command):
        raise refused(work.principal)
    aggregate: Aggregate = await declared.handler(command, work)
    return aggregate


async def _change(declared: Declared, command: Command, work: Work) -> Aggregate:
    assert isinstance(command, Changes)  # noqa: S101 -- Room.changes declares nothing else
    aggregate: Aggregate = await work.take(declared.room.table, command.id)
    if not declared.allows(work.principal, aggregate):
        raise refused(work.principal) if declared.room.shows(aggregate, work.principal) else NotFound("id")
    if command.seen is not None and command.seen != aggregate.version:
        raise StaleVersion("seen", seen=command.seen, version=aggregate.version)
    if declared.room.status:
        aggregate.status = declared.room.status(aggregate, work.today)
    if declared.when is not None and aggregate.status not in declared.when:
        raise WrongStatus(status=aggregate.status, allowed=", ".join(declared.when))
    for name, refusal in declared.barred.items():
        if getattr(aggregate, name) == work.principal.subject:
            raise refusal()
    work.why = getattr(command, "reason", None)
    await declared.handler(aggregate, command, work)
    return aggregate


def refused(principal: Principal) -> Refusal:
    """What a caller hears who may not: sign in, or no."""
    return Unauthenticated() if principal.is_anonymous else Forbidden()


def _answer(room: Room[Any], aggregate: Aggregate, work: Work) -> Answer:
    language = work.principal.language or "az"
    warnings = [Warned(code=each.code, message=each.message(language), path=each.path) for each in work.warnings]
    state = room.state.model_validate(aggregate).model_dump(mode="json")
    return Answer(
        id=aggregate.id,
        version=aggregate.version,
        epoch=work.epoch,
        status=aggregate.status,
        state=state,
        warnings=warnings,
    )


def _fingerprint(declared: Declared, command: Command) -> str:
    body = orjson.dumps(command.model_dump(mode="json", exclude={"idempotency_key"}), option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(declared.name.encode() + b"\0" + body).hexdigest()


async def _recall(work: Work, key: str, request: str) -> Answer | None:
    """Claim the key, or give the answer that it already has; a second caller waits for the first to commit."""
    claimed = await work.session.execute(
        postgresql.insert(store.idempotency)
        .values(subject=work.principal.subject, key=key, request=request, at=work.now)
        .on_conflict_do_nothing()
        .returning(store.idempotency.c.key)
    )
    if claimed.first() is not None:
        return None
    row = (await work.session.execute(select(store.idempotency).where(_is_key(work, key)))).one()
    if row.request != request:
        raise KeyReused("idempotency_key")
    return Answer.model_validate(row.answer)


async def _remember(work: Work, key: str, answer: Answer) -> None:
    statement = update(store.idempotency).where(_is_key(work, key)).values(answer=answer.model_dump(mode="json"))
    await work.session.execute(statement)


def _is_key(work: Work, key: str) -> ColumnElement[bool]:
    return (store.idempotency.c.subject == work.principal.subject) & (store.idempotency.c.key == key)

"""Where aggregates are kept: one row each, their parts as typed JSON, and the tables that every service has."""

from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID, uuid4

import orjson
from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
    event,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from korpu_chassis.database.availability import translated
from korpu_chassis.database.breaker import CircuitBreaker
from korpu_chassis.database.bulkhead import Bulkhead
from korpu_chassis.database.grants import APPEND, GRANTS, KEEP
from korpu_chassis.database.limits import COMMAND, Limits
from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging import parking, versions  # noqa: F401 -- their tables are every service's
from korpu_chassis.observability.engine_statements import watch_engine
from korpu_chassis.persistence import reconciliation_tables  # noqa: F401 -- their tables are every service's
from korpu_chassis.persistence.audit_chain import OUTSIDE, guard
from korpu_chassis.validation.codes import Personal

MASKED = "•"

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=True),
    Column("aggregate", Text, nullable=False),
    Column("aggregate_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("subject", Text, nullable=False),
    Column("in_place_of", Text),
    Column("command", Text, nullable=False),
    Column("fact", Text, nullable=False),
    Column("why", Text),
    Column("changes", JSONB, nullable=False),
    Column("correlation_id", Uuid, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("aggregate_id", "version", name="audit_one_row_a_version"),
    info={GRANTS: f"{APPEND}, UPDATE ({OUTSIDE['audit']})"},
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request", Text, nullable=False),
    Column("answer", JSONB),
    Column("at", DateTime(timezone=True), nullable=False),
)

deadline = Table(
    "deadline",
    metadata,
    Column("aggregate_id", Uuid, primary_key=True),
    Column("rule", Text, primary_key=True),
    Column("at", DateTime(timezone=True), primary_key=True),
    Column("aggregate", Text, nullable=False),
    Column("fired_at", DateTime(timezone=True)),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try_at", DateTime(timezone=True)),
)
Index("deadline_open", deadline.c.at, postgresql_where=deadline.c.fired_at.is_(None))

deadline_derivation = Table(
    "deadline_derivation",
    metadata,
    Column("aggregate", Text, primary_key=True),
    Column("release", Text, nullable=False),
    Column("reached", Uuid),
    Column("changed", Integer, nullable=False, default=0),
    Column("finished_at", DateTime(timezone=True)),
)

series = Table(
    "series",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last", BigInteger, nullable=False),
    info={GRANTS: KEEP},
)

read_log = Table(
    "read_log",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("subject", Text, nullable=False),
    Column("about", Uuid, nullable=False),
    Column("fields", JSONB, nullable=False),
    Column("purpose", Text),
    Column("previous", BigInteger),
    Column("hash", LargeBinary, nullable=False),
    Index("read_log_about", "about", "id"),
    info={GRANTS: f"{APPEND}, UPDATE ({OUTSIDE['read_log']})"},
)
guard(audit, read_log)


class AuditRow(BaseModel):
    """One change: who, in whose place if it was not theirs otherwise, when, what changed from → to, and why."""

    id: int
    aggregate: str
    aggregate_id: UUID
    version: int
    at: datetime
    subject: str
    in_place_of: str | None
    command: str
    fact: str
    why: str | None
    changes: dict[str, list[Any]]
    correlation_id: UUID


class Part(BaseModel):
    """A piece of an aggregate; it is replaced, never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Parts(TypeDecorator[object]):
    """A JSON column that gives back the value objects that were put in."""

    impl = JSONB
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__(none_as_null=True)
        self.kind = kind
        self._adapter: TypeAdapter[object] = TypeAdapter(kind)

    def process_bind_param(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002 -- the library's signature
        """Write the value objects as JSON."""
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002 -- the library's signature
        """Read them back, checked."""
        return None if value is None else self._adapter.validate_python(value)


def parts(kind: object) -> Any:
    """A tuple of value objects, kept in the aggregate's row; empty unless given."""
    return Field(default=(), nullable=False, sa_type=cast("Any", Parts(tuple[kind, ...])))  # type: ignore[valid-type]


def part(kind: object, **more: Any) -> Any:
    """One value object (or none), kept in the aggregate's row."""
    return Field(default=None, sa_type=cast("Any", Parts(kind)), **more)


def instant(*, nullable: bool = True, **more: Any) -> Any:
    """A moment, with its time zone: SQLModel alone would drop it."""
    if nullable:
        more.setdefault("default", None)
    return Field(nullable=nullable, sa_type=cast("Any", DateTime(timezone=True)), **more)


def heard_order() -> Any:
    """The order of the last word that was heard (`Message.order`): an older one changes nothing."""
    return Field(nullable=False, sa_type=BigInteger)


class Aggregate(SQLModel):
    """What has an identity, a version and a life of its own: one row, changed under its lock."""

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    version: int = 0
    code: str = Field(default="", index=True)
    status: str = Field(default="", index=True)
    unit: str | None = None
    author: str = ""
    correlation_id: UUID = Field(default_factory=uuid4)
    created_at: datetime = instant(nullable=False, default=None)
    changed_at: datetime = instant(nullable=False, default=None)


def snapshot(row: SQLModel) -> dict[str, object]:
    """All columns of a row as they stand now; cheap, because parts are immutable."""
    return {name: getattr(row, name) for name in type(row).model_fields}


def differences(before: dict[str, object], row: SQLModel) -> dict[str, list[object]]:
    """What changed from → to, personal values masked; bookkeeping columns left out."""
    silent = {"version", "changed_at", "created_at", "correlation_id"}
    fields = type(row).model_fields
    return {
        name: [_readable(fields[name].metadata, before.get(name)), _readable(fields[name].metadata, now)]
        for name, now in snapshot(row).items()
        if name not in silent and before.get(name) != now
    }


def _readable(marks: list[Any], value: object) -> object:
    if value is not None and Personal in marks:
        return MASKED
    return without_personal(value)


def without_personal(value: object) -> object:
    """The value as plain JSON, with every field that is classed as personal masked."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {name: _readable(fields[name].metadata, getattr(value, name)) for name in fields}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [without_personal(each) for each in value]
    if isinstance(value, dict):
        return {str(key): without_personal(each) for key, each in value.items()}
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


class Database:
    """A service's own database; every transaction is opened in plain sight where the work is asked for."""

    def __init__(self, dsn: str, *, connections: int = 10, limits: Limits = COMMAND) -> None:
        self.dsn = dsn
        self.limits = limits
        self._breaker = CircuitBreaker(dsn, limits)
        self._bulkhead = Bulkhead(connections, limits.queue)
        self._breaker.told.append(self._bulkhead.turn_away)
        self.engine: AsyncEngine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=self._breaker.connect,  # asyncpg knows sslmode and sslrootcert; SQLAlchemy does not
            pool_size=connections,
            max_overflow=0,
            pool_timeout=limits.queue,
            json_serializer=lambda value: orjson.dumps(value).decode(),
            json_deserializer=orjson.loads,
        )
        watch_engine(self.engine)
        event.listen(self.engine.sync_engine, "checkout", _replace_if_lost)

    @asynccontextmanager
    async def transaction(self, limits: Limits | None = None, *, row: Hashable = None) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends well, rolled back when it does not.

        `row` is the id of what the work will lock: those who want one row take few connections, and the others of
        them wait. A database that cannot answer now is told as `DatabaseUnavailable`, what others hold as `RowBusy`.
        """
        patience = None if row is None else (limits or self.limits).at_row
        with translated(), self._breaker.watching():
            async with (
                self._bulkhead.place(row, patience),
                AsyncSession(self.engine, expire_on_commit=False) as session,
                session.begin(),
            ):
                if limits not in {None, self.limits}:
                    await session.execute(text(limits.statement_to_set()))
                yield session

    async def close(self) -> None:
        """Give the connections back."""
        await self._breaker.close()
        await self.engine.dispose()


def _replace_if_lost(lent: Any, _record: Any, _proxy: Any) -> None:
    """Replace a connection that the database has ended; asking each of them each time would cost three exchanges."""
    if lent.driver_connection.is_closed():
        raise DisconnectionError

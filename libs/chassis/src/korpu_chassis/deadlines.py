"""The one deadline engine: what falls due is said once, survives restarts and follows the injected clock."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from prometheus_client import Counter
from sqlalchemy import delete, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.clock import now
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.database.conditions import Condition
from korpu_chassis.observability.tracing import continuing
from korpu_chassis.persistence.store import Database, deadline

log = structlog.get_logger()
FIRED = Counter("korpu_deadlines_fired", "Deadlines that were run", ["aggregate", "rule"])
FAILED = Counter("korpu_deadlines_failed", "Deadlines whose handler failed and will be tried again", ["aggregate"])

PULSE_SECONDS = 1.0
BATCH = 200
HELD_UP = frozenset({Condition.BUSY, Condition.SLOW, Condition.CONFLICT})
"""One aggregate is held by others: its deadline comes again, and the next ones do not wait for it."""
LONGEST_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, order=True)
class Deadline:
    """A moment at which a rule speaks about an aggregate; the same rule and moment speak once."""

    at: datetime
    rule: str


DueHandler = Callable[..., Awaitable[None]]


@dataclass(frozen=True)
class Due:
    """A deadline that has come, and whose it is."""

    aggregate: str
    aggregate_id: UUID
    deadline: Deadline
    attempts: int = 0


async def synchronise(
    session: AsyncSession,
    aggregate: str,
    wanted: Mapping[UUID, Sequence[Deadline]],
    held: Collection[UUID],
    timely: Callable[[Deadline], bool],
) -> None:
    """Make the open deadlines of these aggregates exactly those; what has fired stays fired.

    `held` are those that may have some already; all others are new, and theirs come in by one statement. One that is
    no longer `timely` stays where it is open, and does not come in.
    """
    for aggregate_id in held:
        keys = [(each.rule, each.at) for each in wanted[aggregate_id]]
        superseded = delete(deadline).where(deadline.c.aggregate_id == aggregate_id, deadline.c.fired_at.is_(None))
        if keys:
            superseded = superseded.where(tuple_(deadline.c.rule, deadline.c.at).not_in(keys))
        await session.execute(superseded)
    rows = [
        {"aggregate": aggregate, "aggregate_id": aggregate_id, "rule": each.rule, "at": each.at, "attempts": 0}
        for aggregate_id, deadlines in wanted.items()
        for each in deadlines
        if timely(each)
    ]
    if rows:
        await session.execute(insert(deadline).on_conflict_do_nothing(), rows)


async def claim(session: AsyncSession, due: Due) -> bool:
    """Mark it as fired, if nobody has; the caller holds the aggregate's lock."""
    row = await session.execute(
        update(deadline)
        .where(
            deadline.c.aggregate_id == due.aggregate_id,
            deadline.c.rule == due.deadline.rule,
            deadline.c.at == due.deadline.at,
            deadline.c.fired_at.is_(None),
        )
        .values(fired_at=now())
        .returning(deadline.c.rule)
    )
    return row.first() is not None


RunDue = Callable[[AsyncSession, Due], Awaitable[None]]


class Ticker:
    """Looks every second for what has fallen due and runs it, each in a transaction of its own."""

    def __init__(self, database: Database, run: RunDue) -> None:
        self._database = database
        self._run = run

    async def forever(self, stop: asyncio.Event) -> None:
        """Tick until told to stop; a database that is away is waited for."""
        while not stop.is_set():
            try:
                busy = await self.tick()
            except (DatabaseUnavailable, RowBusy) as reason:
                log.warning("ticker.waiting", away="database", reason=reason.condition)
                busy = 0
            if not busy:
                await _pause(stop, PULSE_SECONDS)

    async def tick(self) -> int:
        """Run all that is due now, oldest first; say how many there were."""
        async with self._database.transaction() as session:
            rows = (await session.execute(_open(BATCH))).all()
        for row in rows:
            with continuing({}, "deadline"):
                await self._one(Due(row.aggregate, row.aggregate_id, Deadline(row.at, row.rule), row.attempts))
        return len(rows)

    async def _one(self, due: Due) -> None:
        try:
            async with self._database.transaction() as session:
                await self._run(session, due)
        except (DatabaseUnavailable, RowBusy) as reason:
            if reason.condition not in HELD_UP:
                raise
            await self._postpone(due)
        except Exception:
            FAILED.labels(due.aggregate).inc()
            log.exception("deadline.failed", aggregate=due.aggregate, id=str(due.aggregate_id), rule=due.deadline.rule)
            await self._postpone(due)
        else:
            FIRED.labels(due.aggregate, due.deadline.rule).inc()
            log.info("deadline.fired", aggregate=due.aggregate, id=str(due.aggregate_id), rule=due.deadline.rule)

    async def _postpone(self, due: Due) -> None:
        pause = min(LONGEST_PAUSE, timedelta(seconds=2 ** min(due.attempts, 8)))
        async with self._database.transaction() as session:
            await session.execute(
                update(deadline)
                .where(
                    deadline.c.aggregate_id == due.aggregate_id,
                    deadline.c.rule == due.deadline.rule,
                    deadline.c.at == due.deadline.at,
                )
                .values(attempts=due.attempts + 1, next_try_at=now() + pause)
            )


def _open(limit: int) -> Any:
    return (
        select(deadline)
        .where(
            deadline.c.fired_at.is_(None),
            deadline.c.at <= now(),
            or_(deadline.c.next_try_at.is_(None), deadline.c.next_try_at <= now()),
        )
        .order_by(deadline.c.at, deadline.c.rule)
        .limit(limit)
    )


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return

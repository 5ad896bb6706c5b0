"""Deriving all deadlines anew after a release or a changed rule, aggregate by aggregate, beside the office's work."""

import asyncio
import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import structlog
from prometheus_client import Counter
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from korpu_chassis.clock import now
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.configuration.setting_files import PREFIX
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.deadlines import Deadline, synchronise
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Aggregate, deadline, deadline_derivation
from korpu_chassis.refusals import NotFound
from korpu_chassis.runtime.assembly import ServiceRuntime

log = structlog.get_logger("deadlines")
DERIVED: Final = Counter("korpu_deadlines_derived_anew", "Aggregates whose deadlines were derived anew", ["aggregate"])
PAGE: Final = 200
PAUSE: Final = 0.05
"""Seconds between two pages: the office goes first."""
AGAIN: Final = 5.0
GIVEN: Final = ("RULES", "HOLIDAYS")
"""The operator's files from which days follow."""


def release_of(package: str) -> str:
    """What the days that this process would reckon follow from: the code of the service, and the rules it is given."""
    told = hashlib.sha256()
    places = [Path(str(files(each))) for each in ("korpu_chassis", package)]
    written = sorted(file for place in places for end in ("*.py", "*.toml") for file in place.rglob(end))
    given = [Path(named) for name in GIVEN if (named := os.environ.get(PREFIX + name))]
    for file in [*written, *given]:
        told.update(file.read_bytes())
    return told.hexdigest()[:32]


class Rederivation:
    """Walks through all aggregates once for each release; what was done is remembered, row by row."""

    def __init__(self, runtime: ServiceRuntime, release: str) -> None:
        self._runtime = runtime
        self._release = release

    async def until_done(self, stop: asyncio.Event) -> None:
        """Derive until all is derived, a newer release has taken over, or we are told to stop."""
        for definition in self._runtime.service.definitions:
            if definition.deadlines is None:
                continue
            more = await self._retried(self.begin, definition, stop)
            while more and not stop.is_set():
                more = await self._retried(self.page, definition, stop)
                await _rest(stop, PAUSE)

    async def _retried(self, step: Any, definition: AggregateDefinition[Any], stop: asyncio.Event) -> bool:
        """One step; a database that is away and a row that others hold are waited for."""
        while not stop.is_set():
            try:
                return bool(await step(definition))
            except (DatabaseUnavailable, RowBusy) as reason:
                log.info("deadlines.waiting", away="database", reason=reason.condition)
                await _rest(stop, AGAIN)
        return False

    async def begin(self, definition: AggregateDefinition[Any]) -> bool:
        """Whether there is something to do: a release that was not here begins from the first aggregate."""
        row = {"aggregate": definition.name, "release": self._release, "reached": None, "changed": 0}
        begun = insert(deadline_derivation).values(**row, finished_at=None)
        kept = deadline_derivation.c
        begun = begun.on_conflict_do_update(
            index_elements=[kept.aggregate], set_={**row, "finished_at": None}, where=kept.release != self._release
        )
        async with self._runtime.database.transaction() as session:
            await session.execute(begun)
            mine = await session.execute(select(kept.finished_at).where(kept.aggregate == definition.name))
            return mine.scalar_one() is None

    async def page(self, definition: AggregateDefinition[Any]) -> bool:
        """Derive some more, each in a transaction of its own; whether there are others, and nobody took over."""
        async with self._runtime.database.transaction() as session:
            reached = (await session.execute(self._mine(definition))).one_or_none()
            ids = await _following(session, definition.table, reached.reached) if reached else ()
            if reached and not ids:
                await session.execute(self._noted(definition, finished_at=now()))
                log.info("deadlines.derived_anew", aggregate=definition.name, changed=reached.changed)
        for each in ids:
            async with self._runtime.database.transaction() as session:
                changed = await self._one(session, definition, each)
                count = deadline_derivation.c.changed + changed
                if not (await session.execute(self._noted(definition, reached=each, changed=count))).rowcount:  # type: ignore[attr-defined]
                    return False
            DERIVED.labels(definition.name).inc()
        return bool(ids)

    def _mine(self, definition: AggregateDefinition[Any]) -> Any:
        kept = deadline_derivation.c
        return select(kept.reached, kept.changed).where(
            kept.aggregate == definition.name, kept.release == self._release
        )

    def _noted(self, definition: AggregateDefinition[Any], **values: Any) -> Any:
        kept = deadline_derivation.c
        mine = (kept.aggregate == definition.name, kept.release == self._release)
        return update(deadline_derivation).where(*mine).values(**values)

    async def _one(self, session: AsyncSession, definition: AggregateDefinition[Any], key: UUID) -> int:
        """Make the open deadlines of one aggregate those that follow now; 1 when they were others."""
        uow = self._runtime.unit_of_work(session, Principal.system("clock"), "derive-deadlines")
        with suppress(NotFound):
            aggregate = await uow.take(definition.table, key)
            before = await _open(session, key)
            wanted = definition.deadlines(aggregate) if definition.deadlines else ()
            timely = partial(definition.is_timely, now=uow.now)
            await synchronise(session, definition.name, {key: wanted}, {key}, timely)
            return int(before != await _open(session, key))
        return 0


async def _following(session: AsyncSession, table: type[Aggregate], reached: UUID | None) -> Sequence[UUID]:
    ids = select(col(table.id)).order_by(col(table.id)).limit(PAGE)
    return (await session.scalars(ids.where(col(table.id) > reached) if reached else ids)).all()


async def _open(session: AsyncSession, key: UUID) -> set[Deadline]:
    is_open = (deadline.c.aggregate_id == key, deadline.c.fired_at.is_(None))
    return {Deadline(row.at, row.rule) for row in await session.execute(select(deadline).where(*is_open))}


async def _rest(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)

"""After a restore, or when earlier messages are no more: every aggregate is said again as it stands."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from korpu_chassis import clock
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.state import Restated
from korpu_chassis.messaging.envelope import Outgoing
from korpu_chassis.messaging.outbox import current_epoch, epoch, outbox, post
from korpu_chassis.persistence.store import Aggregate

BATCH = 500


async def raise_epoch(session: AsyncSession) -> int:
    """Begin a new epoch: what is said from now on is newer than all that was said before."""
    raised = insert(epoch).from_select(["number"], select(current_epoch + 1))
    return int((await session.execute(raised.returning(epoch.c.number))).scalar_one())


async def restate(
    session: AsyncSession,
    service: str,
    definition: AggregateDefinition[Any],
    *,
    unsaid: bool = False,
    only: UUID | None = None,
) -> int:
    """Emit of each aggregate of a kind how it stands, as of now, and tell of how many; the caller commits.

    `unsaid` takes those alone of which the outbox holds nothing, and says what they are since they were changed last.
    """
    count, last = 0, None
    while found := await _next(session, definition.table, last, unsaid=unsaid, only=only):
        last = found[-1].id
        await post(session, *(_outgoing(service, definition, each, unsaid=unsaid) for each in found))
        count += len(found)
        session.expunge_all()
    return count


async def _next(
    session: AsyncSession, table: type[Aggregate], after: UUID | None, *, unsaid: bool, only: UUID | None
) -> Sequence[Any]:
    found = select(table).order_by(col(table.id)).limit(BATCH).with_for_update()
    if after:
        found = found.where(col(table.id) > after)
    if only:
        found = found.where(col(table.id) == only)
    if unsaid:
        found = found.where(~exists().where(outbox.c.key == cast(col(table.id), Text)))
    return (await session.scalars(found)).all()


def _outgoing(service: str, definition: AggregateDefinition[Any], aggregate: Aggregate, *, unsaid: bool) -> Outgoing:
    return Outgoing(
        service=service,
        topic=definition.topic,
        fact=definition.fact_name(Restated()),
        subject=aggregate.id,
        time=aggregate.changed_at if unsaid else clock.now(),
        correlation_id=aggregate.correlation_id,
        actor=f"system:{service}",
        state=definition.published(aggregate).model_dump(mode="json"),
        change={},
    )

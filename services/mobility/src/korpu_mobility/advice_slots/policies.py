"""Who has another appointment at the same time: asked one after the other, so that two never slip in together."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.advice_slots.domain import AHEAD
from korpu_mobility.advice_slots.tables import AdviceSlot


async def clash(
    whoever: str, theirs: ColumnElement[bool], starts: datetime, ends: datetime, uow: UnitOfWork
) -> str | None:
    """The number of another appointment of theirs that touches this time."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"advice:{whoever}", 0))))
    ahead = col(AdviceSlot.status).in_(AHEAD)
    at_once = (col(AdviceSlot.starts_at) < ends, col(AdviceSlot.ends_at) > starts)
    found = select(col(AdviceSlot.code)).where(ahead, theirs, *at_once).order_by(col(AdviceSlot.starts_at)).limit(1)
    return await uow.session.scalar(found)

"""What is heard of partners' deputyships: who acts in the head's place, on which days of the office."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from korpu_chassis import clock
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.substitution import Substitution
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_chassis.runtime.newest import remember
from korpu_events.consumers.tables import HeardDeputyship

ENDED = "ended"


class DeputyshipHeard(ConsumedState):
    """Of a deputyship we need whether it was ended, who it concerns, and its days."""

    status: str
    head: str
    deputy: str
    first_day: date
    last_day: date


@consumes("partners.deputyships.v1", DeputyshipHeard, keeps=HeardDeputyship)
async def deputyship_changed(message: Message[DeputyshipHeard], uow: UnitOfWork) -> None:
    """Remember it; an older word that comes late gives nobody back what was ended."""
    await remember(HeardDeputyship, message, uow)


async def deputies(session: AsyncSession) -> Sequence[Substitution]:
    """Every deputyship that was not ended and is not over, as it was last heard."""
    going_on = (col(HeardDeputyship.status) != ENDED) & (col(HeardDeputyship.last_day) >= clock.today())
    found = await session.scalars(select(HeardDeputyship).where(going_on).order_by(col(HeardDeputyship.id)))
    return [Substitution(each.head, each.deputy, each.first_day, each.last_day) for each in found]

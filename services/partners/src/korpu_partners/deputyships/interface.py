"""What the service may ask of deputyships: who acts in whose place."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from korpu_chassis import clock
from korpu_chassis.identity.substitution import Substitution
from korpu_partners.deputyships.tables import Deputyship


async def deputies(session: AsyncSession) -> Sequence[Substitution]:
    """Every deputyship that was not ended and is not over."""
    going_on = col(Deputyship.ended_on).is_(None) & (col(Deputyship.last_day) >= clock.today())
    found = await session.scalars(select(Deputyship).where(going_on).order_by(col(Deputyship.id)))
    return [Substitution(each.head, each.deputy, each.first_day, each.last_day) for each in found]

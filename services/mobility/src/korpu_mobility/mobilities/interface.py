"""What mobility's other aggregates may ask of stays: ids come in, values go out."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, STAYED, UNDER_WAY, Cause
from korpu_mobility.mobilities.policies.cancellation import give_up
from korpu_mobility.mobilities.tables import Mobility


async def last_day_abroad(person_id: UUID, uow: UnitOfWork) -> date | None:
    """The last day of all stays that a person has or had, if there is one."""
    stays = await _stays_of(person_id, uow)
    return max((stay.span.last for stay in stays if stay.status in (*UNDER_WAY, *STAYED)), default=None)


async def forget_stays(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Cancel a person's stays that have not begun, and forget the words about all of them; gives the ids of all."""
    stays = await _stays_of(person_id, uow)
    for stay in stays:
        if (taken := await uow.take(Mobility, stay.id)).status in NOT_BEGUN:
            await give_up(taken, Cause.ERASED, None, uow)
    for stay in stays:
        stay.reason = stay.language_level = None
    return [stay.id for stay in stays]


async def _stays_of(person_id: UUID, uow: UnitOfWork) -> list[Mobility]:
    """In one order, so that they are always taken in it."""
    return sorted(await uow.find(Mobility, col(Mobility.person_id) == person_id), key=lambda stay: stay.id)

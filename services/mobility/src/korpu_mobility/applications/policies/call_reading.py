"""The applications of a call, taken in one order."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.tables import Application


class Standing(NamedTuple):
    """How many were not looked at yet or are being mended, and how many will be compared."""

    waiting: int
    in_review: int


async def of_call(opportunity_id: UUID, statuses: Sequence[Status], uow: UnitOfWork) -> Sequence[Application]:
    """The applications that stand so, by rank and number; the caller holds the selection, which comes first."""
    which = (col(Application.opportunity_id) == opportunity_id, col(Application.status).in_(statuses))
    return await uow.lock_all(Application, *which, order=tuple_(col(Application.rank), col(Application.id)))


async def standing_of(opportunity_id: UUID, uow: UnitOfWork) -> Standing:
    """How many applications stand where before anybody scores."""
    return Standing(
        waiting=await count_of(opportunity_id, (Status.SUBMITTED, Status.RETURNED), uow),
        in_review=await count_of(opportunity_id, (Status.IN_REVIEW,), uow),
    )


async def count_of(opportunity_id: UUID, statuses: Sequence[Status], uow: UnitOfWork) -> int:
    """How many applications of a call stand so."""
    which = (col(Application.opportunity_id) == opportunity_id, col(Application.status).in_(statuses))
    return int(await uow.session.scalar(select(func.count()).select_from(Application).where(*which)) or 0)

"""Keeping the stays of one person apart in time."""

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.domain import overlap
from korpu_mobility.mobilities.domain.lifecycle import STAYED, UNDER_WAY
from korpu_mobility.mobilities.tables import Mobility


async def require_no_overlap(mobility: Mobility, uow: UnitOfWork) -> None:
    """Refuse a stay that touches another of the same person; the person's row is taken, so nothing slips between."""
    others = await uow.find(
        Mobility,
        col(Mobility.person_id) == mobility.person_id,
        col(Mobility.id) != mobility.id,
        col(Mobility.status).in_((*UNDER_WAY, *STAYED)),
    )
    overlap.require_no_overlap(mobility.span, [other.span for other in others])

"""Who stands above an organisation, and how deep its units go."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.domain.lifecycle import DEEPEST, Status
from korpu_partners.organisations.interface import standing_of
from korpu_partners.organisations.tables import Organisation

ONE_TREE_AT_A_TIME = 20_261_125


async def hold_the_tree(uow: UnitOfWork) -> None:
    """Let nobody else change who stands under whom until the transaction ends."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(ONE_TREE_AT_A_TIME)))


async def ancestors(first: UUID, uow: UnitOfWork, stop_at: Collection[UUID] = ()) -> list[UUID]:
    """The organisation itself, its parent, and so on to the top; those that were merged by their successors."""
    line: list[UUID] = []
    step: UUID | None = first
    while step is not None and len(line) <= DEEPEST:
        here = step if step in stop_at else (await standing_of([step], uow))[step].id
        line.append(here)
        if here in stop_at:
            break
        step = await uow.session.scalar(select(col(Organisation.parent_id)).where(col(Organisation.id) == here))
    return line


async def height(organisation: Organisation, uow: UnitOfWork) -> int:
    """How many levels there are from the organisation down to its lowest unit, itself included."""
    level, levels = {organisation.id, *organisation.aliases}, 1
    while levels <= DEEPEST:
        below = await uow.session.execute(
            select(col(Organisation.id), col(Organisation.aliases)).where(
                col(Organisation.parent_id).in_(level), col(Organisation.status) != Status.MERGED
            )
        )
        level = {each for row in below for each in (row.id, *row.aliases)}
        if not level:
            break
        levels += 1
    return levels

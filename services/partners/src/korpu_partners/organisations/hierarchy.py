"""How organisations stand under one another: a faculty under its university, a centre under its academy."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.work import Work
from korpu_partners.known import standing_of
from korpu_partners.organisations.lifecycle import DEEPEST, Status
from korpu_partners.organisations.parts import UNITS
from korpu_partners.organisations.placing import (
    HierarchyCycle,
    HierarchyTooDeep,
    ParentClosed,
    ParentUnknown,
    UnitAlone,
)
from korpu_partners.organisations.tables import Organisation

ONE_TREE_AT_A_TIME = 20_261_125


async def placed_under(
    parent_id: UUID | None, kinds: Collection[str], work: Work, organisation: Organisation | None = None
) -> UUID | None:
    """The parent under which an organisation may stand, or its successor; the tree stays as it is meanwhile."""
    if parent_id is None:
        if UNITS & set(kinds):
            raise UnitAlone("parent_id")
        return None
    await hold_the_tree(work)
    known = (await standing_of([parent_id], work)).get(parent_id)
    if known is None:
        raise ParentUnknown("parent_id")
    if known.status == Status.ARCHIVED:
        raise ParentClosed("parent_id")
    above = await ancestors(known.id, work)
    if organisation and organisation.id in above:
        raise HierarchyCycle("parent_id")
    if len(above) + (await height(organisation, work) if organisation else 1) > DEEPEST:
        raise HierarchyTooDeep("parent_id", deepest=DEEPEST)
    return known.id


async def check_joined(merged: Organisation, kept: Organisation, work: Work) -> None:
    """The units of a duplicate can go under the organisation that stays."""
    await hold_the_tree(work)
    above = await ancestors(kept.id, work)
    if merged.id in above:
        raise HierarchyCycle("into")
    if len(above) + await height(merged, work) - 1 > DEEPEST:
        raise HierarchyTooDeep("into", deepest=DEEPEST)


async def check_parted(parted: Organisation, work: Work) -> None:
    """An organisation that was merged can go back to its place: nothing of its own stands above it by now."""
    await hold_the_tree(work)
    if parted.parent_id is None:
        return
    above = await ancestors(parted.parent_id, work, stop_at={parted.id, *parted.aliases})
    if parted.id in above:
        raise HierarchyCycle("id")
    if len(above) + await height(parted, work) > DEEPEST:
        raise HierarchyTooDeep("id", deepest=DEEPEST)


async def hold_the_tree(work: Work) -> None:
    """Let nobody else change who stands under whom until the transaction ends."""
    await work.session.execute(select(func.pg_advisory_xact_lock(ONE_TREE_AT_A_TIME)))


async def ancestors(first: UUID, work: Work, stop_at: Collection[UUID] = ()) -> list[UUID]:
    """The organisation itself, its parent, and so on to the top; those that were merged by their successors."""
    line: list[UUID] = []
    step: UUID | None = first
    while step is not None and len(line) <= DEEPEST:
        here = step if step in stop_at else (await standing_of([step], work))[step].id
        line.append(here)
        if here in stop_at:
            break
        step = await work.session.scalar(select(col(Organisation.parent_id)).where(col(Organisation.id) == here))
    return line


async def height(organisation: Organisation, work: Work) -> int:
    """How many levels there are from the organisation down to its lowest unit, itself included."""
    level, levels = {organisation.id, *organisation.aliases}, 1
    while levels <= DEEPEST:
        below = await work.session.execute(
            select(col(Organisation.id), col(Organisation.aliases)).where(
                col(Organisation.parent_id).in_(level), col(Organisation.status) != Status.MERGED
            )
        )
        level = {each for row in below for each in (row.id, *row.aliases)}
        if not level:
            break
        levels += 1
    return levels

"""How organisations stand under one another: a faculty under its university, a centre under its academy."""

from collections.abc import Collection
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.domain.lifecycle import DEEPEST, Status
from korpu_partners.organisations.interface import standing_of
from korpu_partners.organisations.parts import UNITS
from korpu_partners.organisations.policies.tree import ancestors, height, hold_the_tree
from korpu_partners.organisations.refusals.hierarchy import (
    HierarchyCycle,
    HierarchyTooDeep,
    ParentClosed,
    ParentUnknown,
    UnitAlone,
)
from korpu_partners.organisations.tables import Organisation


async def placed_under(
    parent_id: UUID | None, kinds: Collection[str], uow: UnitOfWork, organisation: Organisation | None = None
) -> UUID | None:
    """The parent under which an organisation may stand, or its successor; the tree stays as it is meanwhile."""
    if parent_id is None:
        if UNITS & set(kinds):
            raise UnitAlone("parent_id")
        return None
    await hold_the_tree(uow)
    known = (await standing_of([parent_id], uow)).get(parent_id)
    if known is None:
        raise ParentUnknown("parent_id")
    if known.status == Status.ARCHIVED:
        raise ParentClosed("parent_id")
    above = await ancestors(known.id, uow)
    if organisation and organisation.id in above:
        raise HierarchyCycle("parent_id")
    if len(above) + (await height(organisation, uow) if organisation else 1) > DEEPEST:
        raise HierarchyTooDeep("parent_id", deepest=DEEPEST)
    return known.id


async def require_joinable(merged: Organisation, kept: Organisation, uow: UnitOfWork) -> None:
    """The units of a duplicate can go under the organisation that stays."""
    await hold_the_tree(uow)
    above = await ancestors(kept.id, uow)
    if merged.id in above:
        raise HierarchyCycle("into")
    if len(above) + await height(merged, uow) - 1 > DEEPEST:
        raise HierarchyTooDeep("into", deepest=DEEPEST)


async def require_separable(parted: Organisation, uow: UnitOfWork) -> None:
    """An organisation that was merged can go back to its place: nothing of its own stands above it by now."""
    await hold_the_tree(uow)
    if parted.parent_id is None:
        return
    above = await ancestors(parted.parent_id, uow, stop_at={parted.id, *parted.aliases})
    if parted.id in above:
        raise HierarchyCycle("id")
    if len(above) + await height(parted, uow) > DEEPEST:
        raise HierarchyTooDeep("id", deepest=DEEPEST)

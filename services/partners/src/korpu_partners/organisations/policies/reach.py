"""Whom to turn to at organisations and at the partners of agreements, as far as the caller may know."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.agreements.interface import Bound, bound_by
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.domain.reach import Reach, levels_of, resolved
from korpu_partners.organisations.interface import standing_of
from korpu_partners.organisations.policies.tree import ancestors
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import AUDITOR, COORDINATOR, DEPARTMENT

CONTACT_READERS = (*DEPARTMENT, AUDITOR, COORDINATOR.of("unit"))


async def reach_of_organisations(ids: Sequence[UUID], uow: UnitOfWork) -> dict[UUID, list[Reach]]:
    """Through whom these organisations are reached, of those whose contacts the caller may read."""
    found: dict[UUID, list[Reach]] = {}
    for each in await standing_of(ids, uow):
        line = await _line(each, uow)
        if _may_read(line[0], uow):
            found[each] = resolved(line[0].id, None, levels_of(line, None, uow.today), uow.today)
    return found


async def reach_of_agreements(ids: Sequence[UUID], uow: UnitOfWork) -> dict[UUID, list[Reach]]:
    """Through whom the partners of these agreements are reached, of those whose contacts the caller may read."""
    found = {each.id: await _of_parties(each, uow) for each in await bound_by(ids, uow)}
    return {id: reaches for id, reaches in found.items() if reaches is not None}


async def _of_parties(agreement: Bound, uow: UnitOfWork) -> list[Reach] | None:
    """None if the caller may read neither the contacts of the agreement's faculty nor those of any party."""
    found: list[Reach] | None = [] if _may_read(agreement, uow) else None
    for party in agreement.parties:
        if party.organisation_id is None:
            continue
        line = await _line(party.organisation_id, uow)
        if _may_read(agreement, uow) or _may_read(line[0], uow):
            units = await _units_named(party.unit, line[0], uow)
            levels = levels_of([*units, *line], agreement.id, uow.today)
            found = [*(found or []), *resolved(line[0].id, party.unit, levels, uow.today)]
    return found


def _may_read(subject: object, uow: UnitOfWork) -> bool:
    return any(role.admits(uow.principal, subject) for role in CONTACT_READERS)


async def _line(first: UUID, uow: UnitOfWork) -> list[Organisation]:
    """The organisation, or its successor, and those above it."""
    ids = await ancestors(first, uow)
    rows = {each.id: each for each in await uow.find(Organisation, col(Organisation.id).in_(ids))}
    return [rows[each] for each in ids]


async def _units_named(unit: str | None, organisation: Organisation, uow: UnitOfWork) -> Sequence[Organisation]:
    """The registered unit of this name, if a party is named down to its unit."""
    if unit is None:
        return ()
    return await uow.find(
        Organisation,
        col(Organisation.parent_id).in_([organisation.id, *organisation.aliases]),
        col(Organisation.name_keys).contains([fold(unit)]),
        col(Organisation.status) != Status.MERGED,
    )

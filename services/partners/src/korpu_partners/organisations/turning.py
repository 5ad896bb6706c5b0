"""Whom to turn to at organisations and at the partners of agreements, as far as the caller may know."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import Work
from korpu_chassis.i18n.text import fold
from korpu_partners.known import standing_of
from korpu_partners.organisations.belonging import agreement
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.reaching import Reach, levels_of, resolved
from korpu_partners.organisations.tables import Organisation
from korpu_partners.organisations.tree import ancestors
from korpu_partners.people import AUDITOR, COORDINATOR, DEPARTMENT

CONTACT_READERS = (*DEPARTMENT, AUDITOR, COORDINATOR.of("unit"))


async def reach_of_organisations(ids: Sequence[UUID], work: Work) -> dict[UUID, list[Reach]]:
    """Through whom these organisations are reached, of those whose contacts the caller may read."""
    found: dict[UUID, list[Reach]] = {}
    for each in await standing_of(ids, work):
        line = await _line(each, work)
        if _may_read(line[0], work):
            found[each] = resolved(line[0].id, None, levels_of(line, None, work.today), work.today)
    return found


async def reach_of_agreements(ids: Sequence[UUID], work: Work) -> dict[UUID, list[Reach]]:
    """Through whom the partners of these agreements are reached, of those whose contacts the caller may read."""
    rows = await work.session.execute(select(agreement).where(agreement.c.id.in_(ids)))
    found = {row.id: await _of_parties(row, work) for row in rows.all()}
    return {id: reaches for id, reaches in found.items() if reaches is not None}


async def _of_parties(row: Row[Any], work: Work) -> list[Reach] | None:
    """None if the caller may read neither the contacts of the agreement's faculty nor those of any party."""
    found: list[Reach] | None = [] if _may_read(row, work) else None
    for party in row.terms["parties"]:
        if party["organisation_id"] is None:
            continue
        line = await _line(UUID(party["organisation_id"]), work)
        if _may_read(row, work) or _may_read(line[0], work):
            units = await _units_named(party["unit"], line[0], work)
            levels = levels_of([*units, *line], row.id, work.today)
            found = [*(found or []), *resolved(line[0].id, party["unit"], levels, work.today)]
    return found


def _may_read(subject: object, work: Work) -> bool:
    return any(role.admits(work.principal, subject) for role in CONTACT_READERS)


async def _line(first: UUID, work: Work) -> list[Organisation]:
    """The organisation, or its successor, and those above it."""
    ids = await ancestors(first, work)
    rows = {each.id: each for each in await work.find(Organisation, col(Organisation.id).in_(ids))}
    return [rows[each] for each in ids]


async def _units_named(unit: str | None, organisation: Organisation, work: Work) -> Sequence[Organisation]:
    """The registered unit of this name, if a party is named down to its unit."""
    if unit is None:
        return ()
    return await work.find(
        Organisation,
        col(Organisation.parent_id).in_([organisation.id, *organisation.aliases]),
        col(Organisation.name_keys).contains([fold(unit)]),
        col(Organisation.status) != Status.MERGED,
    )

"""Rows that name the same partner follow one decision."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.organisations.tables import Organisation
from korpu_registers.domain.lifecycle import ImportStatus, Outcome
from korpu_registers.facts import RegisterImportPartnerNamed
from korpu_registers.reading.rows import values_of
from korpu_registers.refusals.unclear_cells import PartnerNotKnown, PartnerUncertain
from korpu_registers.tables import RegisterImport, RegisterRow

UNCLEAR = (PartnerNotKnown.code, PartnerUncertain.code)


class Named(NamedTuple):
    """On which row it became known who is meant by a name; a code is written where the name would not do."""

    row: int
    name: str
    organisation_id: UUID
    code: str | None = None


async def follow_rows(one: RegisterImport, known: Named, uow: UnitOfWork) -> None:
    """Let the clock enter the rows that name this partner."""
    field, rows = str(one.register.partner), await _naming(one, known.name, uow)
    for row, name in rows:
        row.taken = False
        if known.code:
            text = values_of(row.cells, row.mended, one.columns, one.defaults)[field]
            row.mended = {**row.mended, field: text.replace(name, known.code)}
    one.status, one.worked, one.owner = ImportStatus.RUNNING, one.rows - len(rows), uow.principal.subject
    one.worked_on = uow.today
    fact = RegisterImportPartnerNamed(row=known.row, organisation_id=known.organisation_id, rows=len(rows))
    await uow.emit(one, fact)


async def _naming(one: RegisterImport, name: str, uow: UnitOfWork) -> list[tuple[RegisterRow, str]]:
    """The rows that wait for this partner, with the name as each of them spells it."""
    row = one.tables.rows
    of_it = (col(row.import_id) == one.id, col(row.outcome) == Outcome.NEEDS_REPAIR)
    found = await uow.find(row, *of_it)
    spelled = (
        (each, next((it for it in names_partner(one, each, *UNCLEAR) if fold(it) == fold(name)), None))
        for each in found
    )
    return [(each, as_there) for each, as_there in spelled if as_there]


def names_partner(one: RegisterImport, row: RegisterRow, *codes: str) -> list[str]:
    """The names in a row of which nobody knows who is meant."""
    field = one.register.partner
    whole = values_of(row.cells, row.mended, one.columns, one.defaults).get(field) if field else None
    return [each.details.get("name", whole) for each in row.remarks if whole and each.code in codes]


async def codes_of(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """The codes of these organisations."""
    return [each.code for each in await uow.find(Organisation, col(Organisation.id).in_(ids))]

"""Rows whose partner nobody knows: it is registered out of the row, or named, and all rows that name it follow."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_chassis.validation.codes import Country, Text
from korpu_partners.agreements.standing import PartnerClosed
from korpu_partners.known import known_organisation
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.parts import Kind
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import DEPARTMENT
from korpu_partners.registers import organisations
from korpu_partners.registers.deciding import RowNumber, waiting_row
from korpu_partners.registers.given import Given, values_of
from korpu_partners.registers.kinds import REGISTERS
from korpu_partners.registers.lifecycle import ImportStatus, Outcome
from korpu_partners.registers.messages import RegisterImportPartnerNamed
from korpu_partners.registers.room import register_imports
from korpu_partners.registers.tables import RegisterImport, RegisterRow
from korpu_partners.registers.unclear import PartnerNotKnown, PartnerUncertain
from korpu_partners.registers.waiting import PartnerIncomplete, PartnerLikeKnown, PartnerNotMissing, UnknownRow

UNCLEAR = (PartnerNotKnown.code, PartnerUncertain.code)


class RegisterPartnerOfRow(Changes):
    """What the row does not say of the organisation that it names."""

    row: RowNumber
    country: Annotated[Country | None, Field(description="None: as the row says.")] = None
    city: Annotated[Text | None, Field(max_length=200)] = None
    kind: Annotated[Kind | None, Field(description="None: what its name says, else a university.")] = None


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.DONE],
    to=[ImportStatus.RUNNING],
    emits=[RegisterImportPartnerNamed],
    refuses=[UnknownRow, PartnerNotMissing, PartnerIncomplete, PartnerLikeKnown],
)
async def register_partner_of_row(one: RegisterImport, command: RegisterPartnerOfRow, uow: UnitOfWork) -> None:
    """Register the organisation that a row names, and try every waiting row that names it again."""
    row = await waiting_row(one, command.row, uow)
    name = next(iter(_names(one, row, PartnerNotKnown.code)), None)
    if name is None:
        raise PartnerNotMissing("row")
    said = values_of(row.cells, row.mended, one.columns) if REGISTERS[one.kind].placed else {}
    told = {
        "name": name,
        "country": command.country or said.get("country"),
        "city": command.city or said.get("city"),
        "kind": command.kind,
        "source": f"{one.file}, {row.row}",
    }
    values = {field: text for field, text in told.items() if text}
    ((verdict, made),) = await organisations.judge([Given(row.row, values)], one.file, uow)
    if verdict.offered:
        raise PartnerLikeKnown("row", known=", ".join(await _codes(verdict.offered, uow)))
    if made is None:
        raise PartnerIncomplete("country", fields=", ".join(dict.fromkeys(each.field for each in verdict.remarks)))
    await organisations.enter([made], uow)
    one.partner_ids = [*one.partner_ids, made.id]
    await _follow(one, Named(row.row, name, made.id), uow)


class NamePartnerOfRow(Changes):
    """Who is meant."""

    row: RowNumber
    organisation_id: UUID


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.DONE],
    to=[ImportStatus.RUNNING],
    emits=[RegisterImportPartnerNamed],
    refuses=[UnknownRow, PartnerNotMissing, PartnerClosed],
)
async def name_partner_of_row(one: RegisterImport, command: NamePartnerOfRow, uow: UnitOfWork) -> None:
    """Say which known organisation a row means, and try every waiting row that names it so again."""
    row = await waiting_row(one, command.row, uow)
    name = next(iter(_names(one, row, *UNCLEAR)), None)
    if name is None:
        raise PartnerNotMissing("row")
    named = await known_organisation(command.organisation_id, uow, "organisation_id")
    known = (await uow.find(Organisation, col(Organisation.id) == named))[0]
    if known.status == Status.ARCHIVED:
        raise PartnerClosed("organisation_id", status=known.status)
    await _follow(one, Named(row.row, name, known.id, known.code), uow)


class Named(NamedTuple):
    """On which row it became known who is meant by a name; a code is written where the name would not do."""

    row: int
    name: str
    organisation_id: UUID
    code: str | None = None


async def _follow(one: RegisterImport, known: Named, uow: UnitOfWork) -> None:
    """Let the clock enter the rows that name this partner."""
    field, rows = str(REGISTERS[one.kind].partner), await _naming(one, known.name, uow)
    for row, name in rows:
        row.taken = False
        if known.code:
            text = values_of(row.cells, row.mended, one.columns)[field]
            row.mended = {**row.mended, field: text.replace(name, known.code)}
    one.status, one.worked, one.owner = ImportStatus.RUNNING, one.rows - len(rows), uow.principal.subject
    one.worked_on = uow.today
    fact = RegisterImportPartnerNamed(row=known.row, organisation_id=known.organisation_id, rows=len(rows))
    await uow.emit(one, fact)


async def _naming(one: RegisterImport, name: str, uow: UnitOfWork) -> list[tuple[RegisterRow, str]]:
    """The rows that wait for this partner, with the name as each of them spells it."""
    of_it = (col(RegisterRow.import_id) == one.id, col(RegisterRow.outcome) == Outcome.NEEDS_REPAIR)
    found = await uow.find(RegisterRow, *of_it)
    spelled = (
        (each, next((it for it in _names(one, each, *UNCLEAR) if fold(it) == fold(name)), None)) for each in found
    )
    return [(each, as_there) for each, as_there in spelled if as_there]


def _names(one: RegisterImport, row: RegisterRow, *codes: str) -> list[str]:
    """The names in a row of which nobody knows who is meant."""
    field = REGISTERS[one.kind].partner
    whole = values_of(row.cells, row.mended, one.columns).get(field) if field else None
    return [each.details.get("name", whole) for each in row.remarks if whole and each.code in codes]


async def _codes(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    return [each.code for each in await uow.find(Organisation, col(Organisation.id).in_(ids))]

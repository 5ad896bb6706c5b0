"""`RegisterPartnerOfRow`: register the organisation that a row names."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Text
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.kinds import organisations
from korpu_partners.imports.policies.partners import Named, codes_of, follow_rows, names_partner
from korpu_partners.organisations.parts import Kind
from korpu_partners.permissions import DEPARTMENT
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import RegisterImportPartnerNamed
from korpu_registers.policies.decisions import RowNumber, waiting_row
from korpu_registers.reading.rows import Given, values_of
from korpu_registers.refusals.unclear_cells import PartnerNotKnown
from korpu_registers.refusals.waiting_rows import (
    PartnerIncomplete,
    PartnerLikeKnown,
    PartnerNotMissing,
    UnknownRow,
)
from korpu_registers.tables import RegisterImport


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
    name = next(iter(names_partner(one, row, PartnerNotKnown.code)), None)
    if name is None:
        raise PartnerNotMissing("row")
    said = values_of(row.cells, row.mended, one.columns, one.defaults) if one.register.placed else {}
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
        raise PartnerLikeKnown("row", known=", ".join(await codes_of(verdict.offered, uow)))
    if made is None:
        raise PartnerIncomplete("country", fields=", ".join(dict.fromkeys(each.field for each in verdict.remarks)))
    await organisations.enter([made], uow)
    one.partner_ids = [*one.partner_ids, made.id]
    await follow_rows(one, Named(row.row, name, made.id), uow)

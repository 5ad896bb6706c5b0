"""`NamePartnerOfRow`: say which known organisation a row means."""

from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.refusals.obligations import PartnerClosed
from korpu_partners.imports.aggregate import register_imports
from korpu_partners.imports.policies.partners import UNCLEAR, Named, follow_rows, names_partner
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.interface import known_organisation
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.facts import RegisterImportPartnerNamed
from korpu_registers.policies.decisions import RowNumber, waiting_row
from korpu_registers.refusals.waiting_rows import PartnerNotMissing, UnknownRow
from korpu_registers.tables import RegisterImport


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
    name = next(iter(names_partner(one, row, *UNCLEAR)), None)
    if name is None:
        raise PartnerNotMissing("row")
    named = await known_organisation(command.organisation_id, uow, "organisation_id")
    known = (await uow.find(Organisation, col(Organisation.id) == named))[0]
    if known.status == Status.ARCHIVED:
        raise PartnerClosed("organisation_id", status=known.status)
    await follow_rows(one, Named(row.row, name, known.id, known.code), uow)

"""Deciding about rows that wait: mended and tried again, another one, the same as a known one, put away."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Personal, whole_number
from korpu_partners.people import DEPARTMENT
from korpu_partners.registers.lifecycle import WAITING, ImportStatus, Outcome
from korpu_partners.registers.mapping import is_field
from korpu_partners.registers.messages import RegisterImportRowDecided
from korpu_partners.registers.refusals import MappingUnclear
from korpu_partners.registers.room import register_imports
from korpu_partners.registers.tables import RegisterImport, RegisterRow
from korpu_partners.registers.waiting import NotOffered, UnknownRow
from korpu_partners.registers.working import ONE_AT_A_TIME, by_owner, counted, enter

RowNumber = Annotated[int, Field(ge=1, le=2**31 - 1, description="The row as the file numbers it."), whole_number]


class MendedField(Part):
    """A field of a row, as it should have been; empty: nothing stands there."""

    field: Annotated[str, Field(max_length=40)]
    value: Annotated[str, Personal, Field(max_length=4000)]


class RepairRow(Changes):
    """What is given replaces what the row says."""

    row: RowNumber
    values: Annotated[tuple[MendedField, ...], Field(min_length=1, max_length=50)]


@register_imports.changes(
    who=DEPARTMENT,
    when=[ImportStatus.DONE],
    emits=[RegisterImportRowDecided],
    refuses=[UnknownRow, MappingUnclear],
)
async def repair_row(one: RegisterImport, command: RepairRow, uow: UnitOfWork) -> None:
    """Mend a row that waits, and try it again."""
    row = await waiting_row(one, command.row, uow)
    if not all(is_field(one.kind, each.field) for each in command.values):
        raise MappingUnclear("values")
    row.mended = {**row.mended, **{each.field: each.value for each in command.values}}
    await enter(one, [row], by_owner(one, uow))
    await _emit(one, row, uow)


class AcceptRow(Changes):
    """It is none of those that were offered."""

    row: RowNumber


@register_imports.changes(
    who=DEPARTMENT, when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow]
)
async def accept_row(one: RegisterImport, command: AcceptRow, uow: UnitOfWork) -> None:
    """Enter a row although something like it is known."""
    row = await waiting_row(one, command.row, uow)
    await enter(one, [row], by_owner(one, uow), another=True)
    await _emit(one, row, uow)


class JoinRow(Changes):
    """It is one of those that were offered."""

    row: RowNumber
    same_as: UUID


@register_imports.changes(
    who=DEPARTMENT, when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow, NotOffered]
)
async def join_row(one: RegisterImport, command: JoinRow, uow: UnitOfWork) -> None:
    """Say which known one a row is; nothing of it changes."""
    row = await waiting_row(one, command.row, uow)
    if command.same_as not in row.offered:
        raise NotOffered("same_as")
    row.outcome, row.thing_id = Outcome.JOINED, command.same_as
    await _emit(one, row, uow)


class DismissRow(Changes):
    """The row is of no use."""

    row: RowNumber


@register_imports.changes(
    who=DEPARTMENT, when=[ImportStatus.DONE], emits=[RegisterImportRowDecided], refuses=[UnknownRow]
)
async def dismiss_row(one: RegisterImport, command: DismissRow, uow: UnitOfWork) -> None:
    """Put a row away."""
    row = await waiting_row(one, command.row, uow)
    row.outcome = Outcome.DISMISSED
    await _emit(one, row, uow)


async def waiting_row(one: RegisterImport, number: int, uow: UnitOfWork) -> RegisterRow:
    """The row of this number, if it waits; nobody else decides about rows until the transaction ends."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    found = await uow.find(RegisterRow, col(RegisterRow.import_id) == one.id, col(RegisterRow.row) == number)
    if not found or found[0].outcome not in WAITING:
        raise UnknownRow("row")
    return found[0]


async def _emit(one: RegisterImport, row: RegisterRow, uow: UnitOfWork) -> None:
    await uow.session.flush()
    one.counts, one.worked_on = await counted(one, uow), uow.today
    await uow.emit(one, RegisterImportRowDecided(row=row.row, outcome=row.outcome, thing_id=row.thing_id))

"""A row that waits for a decision, and what is said when it has one."""

from typing import Annotated

from pydantic import Field
from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import whole_number
from korpu_registers.domain.lifecycle import WAITING
from korpu_registers.facts import RegisterImportRowDecided
from korpu_registers.policies.steps import ONE_AT_A_TIME, counted
from korpu_registers.reading.cells import tidy
from korpu_registers.reading.rows import values_of
from korpu_registers.refusals.waiting_rows import UnknownRow
from korpu_registers.tables import RegisterImport, RegisterRow

RowNumber = Annotated[int, Field(ge=1, le=2**31 - 1, description="The row as the file numbers it."), whole_number]


async def waiting_row(one: RegisterImport, number: int, uow: UnitOfWork) -> RegisterRow:
    """The row of this number, if it waits; nobody else decides about rows until the transaction ends."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    rows = one.tables.rows
    found = await uow.find(rows, col(rows.import_id) == one.id, col(rows.row) == number)
    if not found or found[0].outcome not in WAITING:
        raise UnknownRow("row")
    return found[0]


async def rows_that_say(one: RegisterImport, field: str, says: str, uow: UnitOfWork) -> list[RegisterRow]:
    """The rows that wait and say this in a field, in whatever letters; nobody else decides until the end."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    rows = one.tables.rows
    waiting = (col(rows.import_id) == one.id, col(rows.outcome).in_(WAITING))
    wanted = tidy(says).casefold()
    return [
        each
        for each in await uow.find(rows, *waiting)
        if values_of(each.cells, each.mended, one.columns, one.defaults).get(field, "").casefold() == wanted
    ]


async def emit_decision(one: RegisterImport, row: RegisterRow, uow: UnitOfWork) -> None:
    """Count the import anew and emit what was decided of a row."""
    await uow.session.flush()
    one.counts, one.worked_on = await counted(one, uow), uow.today
    await uow.emit(one, RegisterImportRowDecided(row=row.row, outcome=row.outcome, thing_id=row.thing_id))

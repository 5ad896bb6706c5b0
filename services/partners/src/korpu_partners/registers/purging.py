"""Forgetting what stood in the rows of an import, when nobody has worked with it for long."""

from sqlalchemy import update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.registers.lifecycle import WAITING, ImportStatus, Outcome
from korpu_partners.registers.messages import RegisterImportPurged, RegisterImportRowsWaiting
from korpu_partners.registers.pieces import forget
from korpu_partners.registers.room import register_imports, waiting
from korpu_partners.registers.tables import RegisterImport, RegisterRow
from korpu_partners.registers.working import counted


@register_imports.due("rows-waiting", emits=[RegisterImportRowsWaiting])
async def rows_waiting(one: RegisterImport, deadline: Deadline, uow: UnitOfWork) -> None:
    """In a month nobody can mend the rows that wait."""
    if waiting(one) and (until := one.rows_kept_until):
        await uow.emit(one, RegisterImportRowsWaiting(waiting=waiting(one), until=until))


@register_imports.due("rows-kept", emits=[RegisterImportPurged])
async def rows_kept(one: RegisterImport, deadline: Deadline, uow: UnitOfWork) -> None:
    """The time of its rows is over: they are blank, but a row that was taken is still known again."""
    forgotten = waiting(one)
    of_it = update(RegisterRow).where(col(RegisterRow.import_id) == one.id)
    unread = {"outcome": Outcome.DISMISSED, "taken": False, "fingerprint": None, "mended_fingerprint": None}
    await uow.session.execute(of_it.where(col(RegisterRow.outcome).in_(WAITING)).values(unread))
    await uow.session.execute(of_it.values(cells={}, mended={}, remarks=(), offered=()))
    await forget(one.file_id, uow)
    one.columns = tuple(each.model_copy(update={"heading": ""}) for each in one.columns)
    one.status, one.counts = ImportStatus.PURGED, await counted(one, uow)
    await uow.emit(one, RegisterImportPurged(forgotten=forgotten))

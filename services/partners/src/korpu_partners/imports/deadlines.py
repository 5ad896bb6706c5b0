"""Forgetting what stood in the rows of an import, when nobody has worked with it for long."""

from sqlalchemy import func, select, update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.imports.aggregate import register_imports, waiting
from korpu_partners.imports.domain.lifecycle import WAITING, ImportStatus, Outcome
from korpu_partners.imports.facts import (
    RegisterImportAdvanced,
    RegisterImportDone,
    RegisterImportPreviewed,
    RegisterImportPurged,
    RegisterImportRowsWaiting,
    RegisterImportUndone,
)
from korpu_partners.imports.policies.affected_rows import planned_anew
from korpu_partners.imports.policies.steps import (
    ONE_AT_A_TIME,
    by_owner,
    counted,
    preview_some,
    run_some,
    stage_some,
    undo_some,
)
from korpu_partners.imports.policies.uploads import forget
from korpu_partners.imports.tables import RegisterImport, RegisterRow


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
    one.defaults = ()
    one.columns = tuple(each.model_copy(update={"heading": ""}) for each in one.columns)
    one.status, one.counts = ImportStatus.PURGED, await counted(one, uow)
    await uow.emit(one, RegisterImportPurged(forgotten=forgotten))


@register_imports.due(
    "work-*",
    emits=[
        RegisterImportAdvanced,
        RegisterImportPreviewed,
        RegisterImportDone,
        RegisterImportUndone,
    ],
)
async def go_on(one: RegisterImport, deadline: Deadline, uow: UnitOfWork) -> None:
    """Do the next rows of an import that is at work."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    await planned_anew(uow)
    match one.status:
        case ImportStatus.PREVIEWING:
            await (stage_some(one, uow) if one.worked >= one.rows else preview_some(one, uow))
        case ImportStatus.RUNNING:
            await run_some(one, by_owner(one, uow))
        case ImportStatus.UNDOING:
            await undo_some(one, by_owner(one, uow))

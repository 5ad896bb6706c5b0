"""What the clock does with imports: it works them off, and forgets rows that nobody has worked with for long."""

from datetime import timedelta

from sqlalchemy import func, select, update
from sqlmodel import col

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_registers.domain.lifecycle import AT_WORK, WAITING, ImportStatus, Outcome
from korpu_registers.facts import (
    RegisterImportAdvanced,
    RegisterImportDone,
    RegisterImportPreviewed,
    RegisterImportPurged,
    RegisterImportRowsWaiting,
    RegisterImportUndone,
)
from korpu_registers.policies.steps import (
    ONE_AT_A_TIME,
    by_owner,
    counted,
    planned_anew,
    preview_some,
    run_some,
    stage_some,
    undo_some,
)
from korpu_registers.policies.uploads import forget
from korpu_registers.tables import RegisterImport

TOLD_BEFORE = timedelta(days=30)


def deadlines_of(one: RegisterImport) -> list[Deadline]:
    """An import at work goes on at once, some rows at a time, so that other deadlines have their turn between.

    One at rest is forgotten after a time; of rows that wait it is told before.
    """
    if one.status in AT_WORK:
        return [Deadline(one.changed_at, f"work-{one.version}")]
    if (until := one.rows_kept_until) is None:
        return []
    told = [Deadline(end_of_day(until - TOLD_BEFORE), "rows-waiting")] if waiting(one) else []
    return [*told, Deadline(end_of_day(until), "rows-kept")]


def waiting(one: RegisterImport) -> int:
    """How many rows of an import that was entered wait for somebody."""
    return one.counts.offered + one.counts.needs_repair if one.status == ImportStatus.DONE else 0


async def rows_waiting(one: RegisterImport, deadline: Deadline, uow: UnitOfWork) -> None:
    """In a month nobody can mend the rows that wait."""
    if waiting(one) and (until := one.rows_kept_until):
        await uow.emit(one, RegisterImportRowsWaiting(waiting=waiting(one), until=until))


async def rows_kept(one: RegisterImport, deadline: Deadline, uow: UnitOfWork) -> None:
    """The time of its rows is over: they are blank, but a row that was taken is still known again."""
    forgotten = waiting(one)
    row = one.tables.rows
    of_it = update(row).where(col(row.import_id) == one.id)
    unread = {"outcome": Outcome.DISMISSED, "taken": False, "fingerprint": None, "mended_fingerprint": None}
    await uow.session.execute(of_it.where(col(row.outcome).in_(WAITING)).values(unread))
    await uow.session.execute(of_it.values(cells={}, mended={}, remarks=(), offered=()))
    await forget(one, uow)
    one.defaults = ()
    one.columns = tuple(each.model_copy(update={"heading": ""}) for each in one.columns)
    one.status, one.counts = ImportStatus.PURGED, await counted(one, uow)
    await uow.emit(one, RegisterImportPurged(forgotten=forgotten))


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


def works_by_the_clock(definition: AggregateDefinition[RegisterImport]) -> None:
    """Declare for an owner's imports what happens when something falls due."""
    definition.due("rows-waiting", emits=[RegisterImportRowsWaiting])(rows_waiting)
    definition.due("rows-kept", emits=[RegisterImportPurged])(rows_kept)
    ends = [RegisterImportAdvanced, RegisterImportPreviewed, RegisterImportDone, RegisterImportUndone]
    definition.due("work-*", emits=ends)(go_on)

"""How an import is worked off: some rows at a time, each time one transaction, so that a restart loses nothing."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from uuid import UUID

from sqlalchemy import func, insert, select, true
from sqlmodel import col
from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_registers.domain.lifecycle import ImportStatus, Outcome
from korpu_registers.facts import (
    RegisterImportAdvanced,
    RegisterImportDone,
    RegisterImportPreviewed,
    RegisterImportUndone,
)
from korpu_registers.parts import Column, Counts, Verdict
from korpu_registers.policies.tables_of_files import encoding_of_import
from korpu_registers.policies.uploads import file_of
from korpu_registers.reading.cell_links import shown_or_target
from korpu_registers.reading.day_order import with_proofs
from korpu_registers.reading.files import letter_of, rows_below, sheet_of
from korpu_registers.reading.rows import Given, fingerprint, values_of
from korpu_registers.register import judged as judged_rows
from korpu_registers.tables import RegisterImport, RegisterRow

STAGED_AT_ONCE = 10_000
JUDGED_FOR_ONE_ENTERED = 2
ONE_AT_A_TIME = 20_261_124


def by_owner(one: RegisterImport, uow: UnitOfWork) -> UnitOfWork:
    """The same work on behalf of whoever asked for it, in the import's story."""
    return replace(uow, principal=Principal(subject=one.owner or one.author), correlation_id=one.correlation_id)


async def planned_anew(uow: UnitOfWork) -> None:
    """Let PostgreSQL think about each question of this transaction anew: a plan of when the table was small is slow."""
    await uow.session.execute(select(func.set_config("plan_cache_mode", "force_custom_plan", true())))


async def stage_some(one: RegisterImport, uow: UnitOfWork) -> None:
    """Take the next rows out of the file; when there are none, all of them were looked at."""
    content = await file_of(one, uow)
    row = one.tables.rows
    last = await uow.session.scalar(select(func.max(col(row.row))).where(col(row.import_id) == one.id))
    if not one.rows:
        one.columns = await asyncio.to_thread(_proofs, content, one)
    rows = await asyncio.to_thread(_next_rows, content, one, last or 0)
    if rows:
        await uow.session.execute(insert(row), [_staged(one.id, *each) for each in rows])
        one.rows += len(rows)
        await uow.emit(one, RegisterImportAdvanced())
        return
    one.status, one.worked, one.counts = ImportStatus.PREVIEWED, one.rows, await counted(one, uow)
    one.worked_on = uow.today
    await uow.emit(one, RegisterImportPreviewed())


def _proofs(content: bytes, one: RegisterImport) -> tuple[Column, ...]:
    sheet = sheet_of(content, one.sheet, encoding_of_import(one))
    return with_proofs(one.register.form.days, one.columns, rows_below(sheet, one.head_row))


def _next_rows(content: bytes, one: RegisterImport, after: int) -> list[tuple[int, dict[str, str]]]:
    """The next rows of the file with their cells; one that hides an address says it where an address is wanted."""
    sheet = sheet_of(content, one.sheet, encoding_of_import(one))
    fields = {place: each.field for place, each in enumerate(one.columns)}
    return [
        (
            number,
            {
                letter_of(place): said
                for place, text in enumerate(values)
                if (said := shown_or_target(fields.get(place), text, sheet.links.get((number, place + 1))))
            },
        )
        for number, values in islice(rows_below(sheet, one.head_row, after), STAGED_AT_ONCE)
    ]


def _staged(import_id: UUID, number: int, cells: dict[str, str]) -> dict[str, object]:
    return {
        "id": uuid7(),
        "import_id": import_id,
        "row": number,
        "cells": cells,
        "mended": {},
        "taken": False,
        "outcome": Outcome.STAGED,
        "remarks": (),
        "offered": (),
    }


async def preview_some(one: RegisterImport, uow: UnitOfWork) -> None:
    """Judge the next rows, and tell how far the import has come."""
    rows = await _next(one, JUDGED_FOR_ONE_ENTERED * one.register.at_once, uow, staged=True)
    for row, verdict in zip(*await _verdicts(one, rows, uow), strict=True):
        take(row, verdict)
    one.worked += len(rows)
    if one.worked >= one.rows:
        one.counts = await counted(one, uow)
    await uow.emit(one, RegisterImportAdvanced())


async def _verdicts(
    one: RegisterImport, rows: Sequence[RegisterRow], uow: UnitOfWork
) -> tuple[Sequence[RegisterRow], list[Verdict]]:
    judged = await judged_rows([given(one, each) for each in rows], one, uow)
    known = await _taken_before(one, rows, uow)
    return rows, [_unless_known(row, verdict, known) for row, (verdict, _) in zip(rows, judged, strict=True)]


async def run_some(one: RegisterImport, uow: UnitOfWork) -> None:
    """Enter the next rows that were not entered before; ends the import when none is left."""
    rows = await _next(one, one.register.at_once, uow)
    if not rows:
        one.status, one.counts, one.worked_on = ImportStatus.DONE, await counted(one, uow), uow.today
        await uow.emit(one, RegisterImportDone())
        return
    known = await _taken_before(one, rows, uow)
    await enter(one, [each for each in rows if each.fingerprint not in known], uow)
    for row in rows:
        if row.fingerprint in known:
            take(row, Verdict(outcome=Outcome.UNCHANGED))
        known.add(row.fingerprint)
        row.taken = True
    one.worked += len(rows)
    await uow.session.flush()
    one.counts = await counted(one, uow)
    await uow.emit(one, RegisterImportAdvanced())


async def enter(one: RegisterImport, rows: Sequence[RegisterRow], uow: UnitOfWork, *, another: bool = False) -> None:
    """Judge rows once more, as things are now, and enter those that can be; rows that are alike come in once."""
    once = {_emits(each): each for each in reversed(rows)}
    doubles = [each for each in rows if once[_emits(each)] is not each]
    wanted = [each for each in rows if once[_emits(each)] is each]
    register = one.register
    judged = await judged_rows([given(one, each, another=another) for each in wanted], one, uow)
    for row, (verdict, made) in zip(wanted, await register.enter(judged, uow), strict=True):
        take(row, verdict)
        row.made_id, row.thing_id = made, verdict.thing_id or made
    for row in doubles:
        take(row, Verdict(outcome=Outcome.UNCHANGED))


def _emits(row: RegisterRow) -> str | None:
    return row.mended_fingerprint or row.fingerprint


async def undo_some(one: RegisterImport, uow: UnitOfWork) -> None:
    """Take back the next rows that were entered; ends the import when none is left.

    A row that somebody put away stays put away: nothing of it was there to take back.
    """
    row = one.tables.rows
    wanted = select(row).where(col(row.import_id) == one.id, col(row.taken).is_(True))
    rows = list(await uow.session.scalars(wanted.order_by(col(row.row)).limit(one.register.at_once)))
    if not rows:
        if one.register.after_undoing:
            await one.register.after_undoing(one, uow)
        one.status, one.counts, one.worked_on = ImportStatus.UNDONE, await counted(one, uow), uow.today
        await uow.emit(one, RegisterImportUndone())
        return
    made = [each.made_id for each in rows if each.made_id]
    await one.register.withdraw(made, f"{one.code}: {one.reason}", uow)
    for each in rows:
        each.taken = False
        if each.outcome != Outcome.DISMISSED:
            each.outcome = Outcome.WITHDRAWN
    one.worked += len(rows)
    await uow.session.flush()
    one.counts = await counted(one, uow)
    await uow.emit(one, RegisterImportAdvanced())


def given(one: RegisterImport, row: RegisterRow, *, another: bool = False) -> Given:
    """The row as it is judged; it is known again by what it said, and by what was mended in it."""
    values = values_of(row.cells, row.mended, one.columns, one.defaults)
    row.fingerprint = row.fingerprint or fingerprint(one.kind, values_of(row.cells, {}, one.columns, one.defaults))
    row.mended_fingerprint = fingerprint(one.kind, values) if row.mended else None
    return Given(row.row, values, another, frozenset(row.mended))


def take(row: RegisterRow, verdict: Verdict) -> None:
    """Let the row have this outcome."""
    row.outcome, row.remarks, row.offered = verdict.outcome, verdict.remarks, verdict.offered


async def counted(one: RegisterImport, uow: UnitOfWork) -> Counts:
    """How many rows have which outcome."""
    row = one.tables.rows
    grouped = select(col(row.outcome), func.count()).where(col(row.import_id) == one.id)
    found = {str(name): many for name, many in await uow.session.execute(grouped.group_by(col(row.outcome)))}
    return Counts(**{name: many for name, many in found.items() if name in Counts.model_fields})


async def _next(one: RegisterImport, most: int, uow: UnitOfWork, *, staged: bool = False) -> list[RegisterRow]:
    row = one.tables.rows
    wanted = select(row).where(col(row.import_id) == one.id, col(row.taken).is_(False))
    if staged:
        wanted = wanted.where(col(row.outcome) == Outcome.STAGED)
    return list(await uow.session.scalars(wanted.order_by(col(row.row)).limit(most)))


async def _taken_before(one: RegisterImport, rows: Sequence[RegisterRow], uow: UnitOfWork) -> set[str | None]:
    """Which of these an import has taken already, whatever became of them there."""
    prints = {each.fingerprint for each in rows} - {None}
    row = one.tables.rows
    said, mended = col(row.fingerprint), col(row.mended_fingerprint)
    wanted = select(said, mended).where(
        said.in_(prints) | mended.in_(prints),
        col(row.taken).is_(True),
        col(row.outcome) != Outcome.UNCHANGED,
    )
    return {each for pair in await uow.session.execute(wanted) for each in pair if each}


def _unless_known(row: RegisterRow, verdict: Verdict, known: set[str | None]) -> Verdict:
    return Verdict(outcome=Outcome.UNCHANGED) if row.fingerprint in known else verdict

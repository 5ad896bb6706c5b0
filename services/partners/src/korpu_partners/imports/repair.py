"""Repairing rows that wait: mended and tried again, told apart, joined to a known organisation, or put away."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select

from korpu_chassis.refusals import NotFound
from korpu_chassis.work import Work
from korpu_partners.imports.known import Known, known_like
from korpu_partners.imports.organisations import ONE_BATCH_AT_A_TIME, Outcome, judge, register
from korpu_partners.imports.rows import registration, tidy
from korpu_partners.imports.tables import ImportedRow
from korpu_partners.organisations.commands import RegisterOrganisation


async def repair(work: Work, row: ImportedRow, values: Mapping[str, str], *, another: bool = False) -> None:
    """Put these values in place of the row's and try again; `another` says that it is none of those offered."""
    await work.session.execute(select(func.pg_advisory_xact_lock(ONE_BATCH_AT_A_TIME)))
    row.values = {**row.values, **tidy(values)}
    read = registration(row.values, work.principal.language or "az")
    known = Known()
    if isinstance(read, RegisterOrganisation) and not another:
        known = await known_like(work, [read])
    await register(work, judge(row, read, known))


def join(row: ImportedRow, organisation_id: UUID | None) -> None:
    """Say which of the offered organisations the row is; nothing of that organisation changes."""
    if organisation_id not in row.offered:
        raise NotFound("organisation_id")
    row.outcome, row.organisation_id = Outcome.JOINED, organisation_id


def dismiss(row: ImportedRow) -> None:
    """Put the row away: it is of no use."""
    row.outcome = Outcome.DISMISSED

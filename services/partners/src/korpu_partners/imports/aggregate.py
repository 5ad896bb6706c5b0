"""The definition of imports: who reads them, what the clock works off, and when rows are forgotten."""

from datetime import timedelta

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_partners.imports.domain.lifecycle import AT_WORK, BY_THE_CLOCK, ImportStatus
from korpu_partners.imports.state import RegisterImportState
from korpu_partners.imports.tables import RegisterImport
from korpu_partners.permissions import AUDITOR, DEPARTMENT

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


register_imports = AggregateDefinition(
    RegisterImport,
    state=RegisterImportState,
    topic="partners.imports.v1",
    readers=(*DEPARTMENT, AUDITOR),
    deadlines=deadlines_of,
    unasked=BY_THE_CLOCK,
)

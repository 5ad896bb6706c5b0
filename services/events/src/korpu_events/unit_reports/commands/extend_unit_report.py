"""`ExtendUnitReport`: give a unit more time."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.unit_reports.aggregate import unit_reports
from korpu_events.unit_reports.domain.lifecycle import WITH_THE_UNIT
from korpu_events.unit_reports.facts import UnitReportExtended
from korpu_events.unit_reports.refusals import NotLater
from korpu_events.unit_reports.tables import UnitReport


class ExtendUnitReport(Changes):
    """Until when, and why."""

    due: Day
    reason: Text


@unit_reports.changes(who=[OFFICER, HEAD], when=WITH_THE_UNIT, emits=[UnitReportExtended], refuses=[NotLater])
async def extend_unit_report(part: UnitReport, command: ExtendUnitReport, uow: UnitOfWork) -> None:
    """Give a unit more time; it is reminded of the new day."""
    if command.due <= part.due or command.due < uow.today:
        raise NotLater("due", due=part.due)
    part.due, part.overdue = command.due, False
    await uow.emit(part, UnitReportExtended(due=command.due, reason=command.reason))

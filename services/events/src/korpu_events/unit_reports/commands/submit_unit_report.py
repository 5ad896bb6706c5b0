"""`SubmitUnitReport`: hand a unit's part in."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.unit_reports.aggregate import UNIT, unit_reports
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus, require_whole
from korpu_events.unit_reports.facts import UnitReportSubmitted
from korpu_events.unit_reports.policies.submission import hand_in
from korpu_events.unit_reports.refusals import AnswersMissing
from korpu_events.unit_reports.tables import UnitReport


class SubmitUnitReport(Changes):
    """Whose part is whole."""


@unit_reports.changes(
    who=[UNIT],
    when=[UnitReportStatus.DRAFT],
    to=[UnitReportStatus.SUBMITTED],
    emits=[UnitReportSubmitted],
    refuses=[AnswersMissing],
    requires=[require_whole],
)
async def submit_unit_report(part: UnitReport, command: SubmitUnitReport, uow: UnitOfWork) -> None:
    """Hand in a part in which every question that needs an answer has one."""
    hand_in(part, uow)
    await uow.emit(part, UnitReportSubmitted())

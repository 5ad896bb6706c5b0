"""`WriteUnitReport`: answer questions of a unit's part."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.unit_reports.aggregate import UNIT, unit_reports
from korpu_events.unit_reports.domain.lifecycle import WITH_THE_UNIT, UnitReportStatus, answered
from korpu_events.unit_reports.facts import UnitReportWritten
from korpu_events.unit_reports.inputs import Answers
from korpu_events.unit_reports.parts import Answer
from korpu_events.unit_reports.refusals import QuestionUnknown
from korpu_events.unit_reports.tables import UnitReport


class WriteUnitReport(Changes):
    """What the unit says; as often as it likes, until it hands its part in."""

    answers: Answers


@unit_reports.changes(
    who=[UNIT],
    when=WITH_THE_UNIT,
    to=[UnitReportStatus.DRAFT],
    emits=[UnitReportWritten],
    refuses=[QuestionUnknown],
)
async def write_unit_report(part: UnitReport, command: WriteUnitReport, uow: UnitOfWork) -> None:
    """Keep answers of the unit; those to other questions stay as they were."""
    part.answers = answered(part, [Answer(question=each.question, text=each.text) for each in command.answers])
    part.status, part.unchanged = UnitReportStatus.DRAFT, False
    await uow.emit(part, UnitReportWritten(answered=len(part.answers)))

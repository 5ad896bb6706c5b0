"""`ConfirmUnitReport`: say that nothing has changed since the unit's earlier part."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.unit_reports.aggregate import UNIT, unit_reports
from korpu_events.unit_reports.domain.lifecycle import (
    WITH_THE_UNIT,
    UnitReportStatus,
    require_earlier,
    require_whole,
)
from korpu_events.unit_reports.facts import UnitReportConfirmed
from korpu_events.unit_reports.policies.submission import hand_in
from korpu_events.unit_reports.refusals import AnswersMissing, NoEarlierPart
from korpu_events.unit_reports.tables import UnitReport


class ConfirmUnitReport(Changes):
    """Whose part says what it said for the earlier period."""


@unit_reports.changes(
    who=[UNIT],
    when=WITH_THE_UNIT,
    to=[UnitReportStatus.SUBMITTED],
    emits=[UnitReportConfirmed],
    refuses=[NoEarlierPart, AnswersMissing],
    requires=[require_earlier],
)
async def confirm_unit_report(part: UnitReport, command: ConfirmUnitReport, uow: UnitOfWork) -> None:
    """Hand in what the unit said the last time; questions that are new since are answered first."""
    assert part.earlier_id  # noqa: S101 -- the command requires one
    earlier = await uow.session.get_one(UnitReport, part.earlier_id)
    asked = {each.id for each in part.questions}
    told = {each.question: each for each in (*earlier.answers, *part.answers) if each.question in asked}
    part.answers = tuple(told[each.id] for each in part.questions if each.id in told)
    require_whole(part)
    part.unchanged = True
    hand_in(part, uow)
    await uow.emit(part, UnitReportConfirmed(earlier_id=part.earlier_id))

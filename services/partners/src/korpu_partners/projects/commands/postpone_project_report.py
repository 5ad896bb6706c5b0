"""`PostponeProjectReport`: give a report that is still to be written another day; its clock begins anew."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import GRANTED
from korpu_partners.projects.domain.reports import wanted
from korpu_partners.projects.facts import JointProjectReportPostponed
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import ReportDueInThePast, ReportNotWaiting, UnknownReport
from korpu_partners.projects.tables import JointProject


class PostponeProjectReport(Changes):
    """Which report the funder wants on another day, and where that is written."""

    report_id: UUID
    due: Day
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=GRANTED,
    emits=[JointProjectReportPostponed],
    refuses=[UnknownReport, ReportNotWaiting, ReportDueInThePast],
)
async def postpone_project_report(project: JointProject, command: PostponeProjectReport, uow: UnitOfWork) -> None:
    """Give a report that is still to be written another day; its clock begins anew."""
    report = wanted(project, command.report_id)
    if not report.open:
        raise ReportNotWaiting("report_id")
    if command.due < uow.today:
        raise ReportDueInThePast("due", due=command.due)
    project.report_is(report.model_copy(update={"due": command.due, "late": False}), uow.today)
    fact = JointProjectReportPostponed(
        report_id=report.id, kind=report.kind, before=report.due, due=command.due, reason=command.reason
    )
    await uow.emit(project, fact)

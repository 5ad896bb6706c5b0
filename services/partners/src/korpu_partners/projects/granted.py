"""What the funder changes of a grant: another day for a report, a number that was written down wrongly."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.people import DEPARTMENT
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import GrantNumber, Reason
from korpu_partners.projects.lifecycle import GRANTED, ProjectStatus
from korpu_partners.projects.refusals import GrantNumberTaken, ReportDueInThePast, ReportNotWaiting, UnknownReport
from korpu_partners.projects.reporting import wanted
from korpu_partners.projects.room import projects
from korpu_partners.projects.tables import JointProject


class PostponeProjectReport(Changes):
    """Which report the funder wants on another day, and where that is written."""

    report_id: UUID
    due: Day
    reason: Reason


@projects.changes(
    who=DEPARTMENT,
    when=GRANTED,
    emits=[says.JointProjectReportPostponed],
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
    fact = says.JointProjectReportPostponed(
        report_id=report.id, kind=report.kind, before=report.due, due=command.due, reason=command.reason
    )
    await uow.emit(project, fact)


class CorrectGrant(Changes):
    """The number as the funder gives it."""

    grant_number: GrantNumber


@projects.changes(
    who=DEPARTMENT,
    when=[*GRANTED, ProjectStatus.REPORTED],
    emits=[says.JointProjectGrantCorrected],
    refuses=[GrantNumberTaken],
)
async def correct_grant(project: JointProject, command: CorrectGrant, uow: UnitOfWork) -> None:
    """Put the number of a grant right."""
    before, project.grant_number = project.grant_number, command.grant_number
    await uow.emit(project, says.JointProjectGrantCorrected(before=before, grant_number=command.grant_number))

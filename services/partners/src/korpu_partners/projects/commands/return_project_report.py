"""`ReturnProjectReport`: record that the funder wants a report mended; it is due anew."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import JUDGED, ProjectStatus
from korpu_partners.projects.domain.reports import judged
from korpu_partners.projects.facts import (
    JointProjectReportReturned,
)
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.refusals.general import ReportDueInThePast, ReportNotWaiting, UnknownReport
from korpu_partners.projects.tables import JointProject


class ReturnProjectReport(Changes):
    """What the funder wants mended, and by when."""

    report_id: UUID
    reason: Reason
    due: Day


@projects.changes(
    who=DEPARTMENT,
    when=JUDGED,
    to=[ProjectStatus.ACTIVE],
    emits=[JointProjectReportReturned],
    refuses=[UnknownReport, ReportNotWaiting, ReportDueInThePast],
)
async def return_project_report(project: JointProject, command: ReturnProjectReport, uow: UnitOfWork) -> None:
    """Record that the funder wants a report mended; it is due anew."""
    report = judged(project, command.report_id)
    if command.due < uow.today:
        raise ReportDueInThePast("due", due=command.due)
    mended = {"submitted_on": None, "returned": command.reason, "due": command.due}
    project.report_is(report.model_copy(update=mended), uow.today)
    project.status = ProjectStatus.ACTIVE
    fact = JointProjectReportReturned(report_id=report.id, kind=report.kind, reason=command.reason, due=command.due)
    await uow.emit(project, fact)

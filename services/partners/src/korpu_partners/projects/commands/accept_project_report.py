"""`AcceptProjectReport`: record that the funder has accepted a report."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.domain.lifecycle import JUDGED
from korpu_partners.projects.domain.reports import judged
from korpu_partners.projects.facts import (
    JointProjectReportAccepted,
)
from korpu_partners.projects.refusals.general import ReportNotWaiting, UnknownReport
from korpu_partners.projects.tables import JointProject


class AcceptProjectReport(Changes):
    """Which report the funder has accepted."""

    report_id: UUID


@projects.changes(
    who=DEPARTMENT,
    when=JUDGED,
    emits=[JointProjectReportAccepted],
    refuses=[UnknownReport, ReportNotWaiting],
)
async def accept_project_report(project: JointProject, command: AcceptProjectReport, uow: UnitOfWork) -> None:
    """Record that the funder has accepted a report."""
    report = judged(project, command.report_id)
    project.report_is(report.model_copy(update={"accepted_on": uow.today}), uow.today)
    await uow.emit(project, JointProjectReportAccepted(report_id=report.id, kind=report.kind))

"""`SubmitProjectReport`: record that a report went to the funder; after the final one the project is reported."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.projects.aggregate import WORKERS, projects
from korpu_partners.projects.domain.lifecycle import ProjectStatus, ReportKind
from korpu_partners.projects.domain.reports import wanted
from korpu_partners.projects.facts import (
    JointProjectReportSubmitted,
)
from korpu_partners.projects.refusals.general import ReportNotWaiting, ReportsMissing, UnknownReport
from korpu_partners.projects.tables import JointProject


class SubmitProjectReport(Changes):
    """Which report went to the funder."""

    report_id: UUID


@projects.changes(
    who=WORKERS,
    when=[ProjectStatus.ACTIVE],
    to=[ProjectStatus.ACTIVE, ProjectStatus.REPORTED],
    emits=[JointProjectReportSubmitted],
    refuses=[UnknownReport, ReportNotWaiting, ReportsMissing],
)
async def submit_project_report(project: JointProject, command: SubmitProjectReport, uow: UnitOfWork) -> None:
    """Record that a report went to the funder; after the final one the project is reported."""
    report = wanted(project, command.report_id)
    if not report.open:
        raise ReportNotWaiting("report_id")
    interim = [each for each in project.reports if each.open and each.kind is ReportKind.INTERIM]
    if report.kind is ReportKind.FINAL and interim:
        raise ReportsMissing("report_id", count=len(interim))
    submitted = report.model_copy(update={"submitted_on": uow.today, "returned": None, "late": False})
    project.report_is(submitted, uow.today)
    if report.kind is ReportKind.FINAL:
        project.status = ProjectStatus.REPORTED
    await uow.emit(project, JointProjectReportSubmitted(report_id=report.id, kind=report.kind))

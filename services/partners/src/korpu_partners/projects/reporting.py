"""How a joint project gives account: reports to the funder, and the end."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.people import DEPARTMENT
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import Reason
from korpu_partners.projects.lifecycle import JUDGED, ProjectStatus, ReportKind
from korpu_partners.projects.parts import ProjectReport
from korpu_partners.projects.refusals import (
    ReportDueInThePast,
    ReportNotAccepted,
    ReportNotWaiting,
    ReportsMissing,
    UnknownReport,
    WithoutOutputs,
)
from korpu_partners.projects.room import WORKERS, projects
from korpu_partners.projects.tables import JointProject
from korpu_partners.several import one_of


class SubmitProjectReport(Changes):
    """Which report went to the funder."""

    report_id: UUID


@projects.changes(
    who=WORKERS,
    when=[ProjectStatus.ACTIVE],
    to=[ProjectStatus.ACTIVE, ProjectStatus.REPORTED],
    emits=[says.JointProjectReportSubmitted],
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
    await uow.emit(project, says.JointProjectReportSubmitted(report_id=report.id, kind=report.kind))


class AcceptProjectReport(Changes):
    """Which report the funder has accepted."""

    report_id: UUID


@projects.changes(
    who=DEPARTMENT,
    when=JUDGED,
    emits=[says.JointProjectReportAccepted],
    refuses=[UnknownReport, ReportNotWaiting],
)
async def accept_project_report(project: JointProject, command: AcceptProjectReport, uow: UnitOfWork) -> None:
    """Record that the funder has accepted a report."""
    report = judged(project, command.report_id)
    project.report_is(report.model_copy(update={"accepted_on": uow.today}), uow.today)
    await uow.emit(project, says.JointProjectReportAccepted(report_id=report.id, kind=report.kind))


class ReturnProjectReport(Changes):
    """What the funder wants mended, and by when."""

    report_id: UUID
    reason: Reason
    due: Day


@projects.changes(
    who=DEPARTMENT,
    when=JUDGED,
    to=[ProjectStatus.ACTIVE],
    emits=[says.JointProjectReportReturned],
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
    fact = says.JointProjectReportReturned(
        report_id=report.id, kind=report.kind, reason=command.reason, due=command.due
    )
    await uow.emit(project, fact)


class CloseProject(Changes):
    """Why there are no outputs, if there are none."""

    no_outputs: Annotated[Reason | None, Field(description="If nothing came out: why.")] = None


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.REPORTED],
    to=[ProjectStatus.CLOSED],
    emits=[says.JointProjectClosed],
    refuses=[ReportNotAccepted, WithoutOutputs],
)
async def close_project(project: JointProject, command: CloseProject, uow: UnitOfWork) -> None:
    """Close a project whose reports are accepted, with its outputs or the reason why there are none."""
    if any(each.accepted_on is None for each in project.reports):
        raise ReportNotAccepted("reports")
    if not project.outputs and not command.no_outputs:
        raise WithoutOutputs("no_outputs")
    project.status, project.closed_on = ProjectStatus.CLOSED, uow.today
    project.no_outputs = None if project.outputs else command.no_outputs
    await uow.emit(project, says.JointProjectClosed(outputs=len(project.outputs), no_outputs=project.no_outputs))


def wanted(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id that the funder wants."""
    return one_of(project.reports, report_id, UnknownReport("report_id"))


def judged(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id, which is with the funder and not judged yet."""
    report = wanted(project, report_id)
    if report.open or report.accepted_on:
        raise ReportNotWaiting("report_id")
    return report

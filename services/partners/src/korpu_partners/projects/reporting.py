"""How a joint project gives account: outputs, reports to the funder, and the end."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.codes import Day, Doi, HttpUrl
from korpu_chassis.commands import Changes
from korpu_chassis.text import LocalizedText
from korpu_chassis.work import Work
from korpu_partners.people import DEPARTMENT
from korpu_partners.projects import messages as says
from korpu_partners.projects.fields import Reason, Title
from korpu_partners.projects.funding import not_in_the_future
from korpu_partners.projects.lifecycle import FRUITFUL, OutputKind, ProjectStatus, ReportKind
from korpu_partners.projects.parts import ProjectOutput, ProjectReport
from korpu_partners.projects.refusals import (
    OutputTwice,
    ProjectDatedInTheFuture,
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


class RecordProjectOutput(Changes):
    """What has come out, and where it is found."""

    kind: OutputKind
    title: Title
    on: Day
    doi: Doi | None = None
    url: HttpUrl | None = None


@projects.changes(
    who=WORKERS,
    when=FRUITFUL,
    says=[says.JointProjectOutputRecorded],
    refuses=[OutputTwice, ProjectDatedInTheFuture],
)
async def record_project_output(project: JointProject, command: RecordProjectOutput, work: Work) -> None:
    """Record what a project has brought forth, each thing once."""
    not_in_the_future(command.on, work.today)
    known = {each.doi.lower() for each in project.outputs if each.doi}
    if command.doi and command.doi.lower() in known:
        raise OutputTwice("doi")
    output = ProjectOutput(
        id=uuid7(),
        kind=command.kind,
        title=LocalizedText.of(command.title),
        on=command.on,
        doi=command.doi,
        url=command.url,
    )
    project.outputs = (*project.outputs, output)
    await work.say(project, says.JointProjectOutputRecorded(output_id=output.id))


class SubmitProjectReport(Changes):
    """Which report went to the funder."""

    report_id: UUID


@projects.changes(
    who=WORKERS,
    when=[ProjectStatus.ACTIVE],
    to=[ProjectStatus.ACTIVE, ProjectStatus.REPORTED],
    says=[says.JointProjectReportSubmitted],
    refuses=[UnknownReport, ReportNotWaiting, ReportsMissing],
)
async def submit_project_report(project: JointProject, command: SubmitProjectReport, work: Work) -> None:
    """Record that a report went to the funder; after the final one the project is reported."""
    report = wanted(project, command.report_id)
    if not report.open:
        raise ReportNotWaiting("report_id")
    interim = [each for each in project.reports if each.open and each.kind is ReportKind.INTERIM]
    if report.kind is ReportKind.FINAL and interim:
        raise ReportsMissing("report_id", count=len(interim))
    submitted = report.model_copy(update={"submitted_on": work.today, "returned": None, "late": False})
    project.report_is(submitted, work.today)
    if report.kind is ReportKind.FINAL:
        project.status = ProjectStatus.REPORTED
    await work.say(project, says.JointProjectReportSubmitted(report_id=report.id, kind=report.kind))


class AcceptProjectReport(Changes):
    """Which report the funder has accepted."""

    report_id: UUID


@projects.changes(
    who=DEPARTMENT,
    when=FRUITFUL,
    says=[says.JointProjectReportAccepted],
    refuses=[UnknownReport, ReportNotWaiting],
)
async def accept_project_report(project: JointProject, command: AcceptProjectReport, work: Work) -> None:
    """Record that the funder has accepted a report."""
    report = judged(project, command.report_id)
    project.report_is(report.model_copy(update={"accepted_on": work.today}), work.today)
    await work.say(project, says.JointProjectReportAccepted(report_id=report.id, kind=report.kind))


class ReturnProjectReport(Changes):
    """What the funder wants mended, and by when."""

    report_id: UUID
    reason: Reason
    due: Day


@projects.changes(
    who=DEPARTMENT,
    when=FRUITFUL,
    to=[ProjectStatus.ACTIVE],
    says=[says.JointProjectReportReturned],
    refuses=[UnknownReport, ReportNotWaiting, ReportDueInThePast],
)
async def return_project_report(project: JointProject, command: ReturnProjectReport, work: Work) -> None:
    """Record that the funder wants a report mended; it is due anew."""
    report = judged(project, command.report_id)
    if command.due < work.today:
        raise ReportDueInThePast("due", due=command.due)
    mended = {"submitted_on": None, "returned": command.reason, "due": command.due}
    project.report_is(report.model_copy(update=mended), work.today)
    project.status = ProjectStatus.ACTIVE
    fact = says.JointProjectReportReturned(
        report_id=report.id, kind=report.kind, reason=command.reason, due=command.due
    )
    await work.say(project, fact)


class CloseProject(Changes):
    """Why there are no outputs, if there are none."""

    no_outputs: Annotated[Reason | None, Field(description="If nothing came out: why.")] = None


@projects.changes(
    who=DEPARTMENT,
    when=[ProjectStatus.REPORTED],
    to=[ProjectStatus.CLOSED],
    says=[says.JointProjectClosed],
    refuses=[ReportNotAccepted, WithoutOutputs],
)
async def close_project(project: JointProject, command: CloseProject, work: Work) -> None:
    """Close a project whose reports are accepted, with its outputs or the reason why there are none."""
    if any(each.accepted_on is None for each in project.reports):
        raise ReportNotAccepted("reports")
    if not project.outputs and not command.no_outputs:
        raise WithoutOutputs("no_outputs")
    project.status, project.closed_on = ProjectStatus.CLOSED, work.today
    project.no_outputs = None if project.outputs else command.no_outputs
    await work.say(project, says.JointProjectClosed(outputs=len(project.outputs), no_outputs=project.no_outputs))


def wanted(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id that the funder wants."""
    return one_of(project.reports, report_id, UnknownReport("report_id"))


def judged(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id, which is with the funder and not judged yet."""
    report = wanted(project, report_id)
    if report.open or report.accepted_on:
        raise ReportNotWaiting("report_id")
    return report

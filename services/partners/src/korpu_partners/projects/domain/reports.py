"""Reports that a funder wants."""

from uuid import UUID

from korpu_partners.parts import one_of
from korpu_partners.projects.parts import ProjectReport
from korpu_partners.projects.refusals.general import ReportNotWaiting, UnknownReport
from korpu_partners.projects.tables import JointProject


def wanted(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id that the funder wants."""
    return one_of(project.reports, report_id, UnknownReport("report_id"))


def judged(project: JointProject, report_id: UUID) -> ProjectReport:
    """The report of this id, which is with the funder and not judged yet."""
    report = wanted(project, report_id)
    if report.open or report.accepted_on:
        raise ReportNotWaiting("report_id")
    return report

"""The definition of reports: who reads them, which texts are translated, and what is said when figures come."""

from dataclasses import replace

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.translation import translates
from korpu_chassis.identity.access_tokens import Principal
from korpu_documents.attachments import Attachment
from korpu_events.files import files
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.reports.facts import (
    ReportFiguresRefused,
    ReportFrozen,
    ReportPartAccepted,
    ReportPartReturned,
)
from korpu_events.reports.refusals import ReportRequestedAlready
from korpu_events.reports.state import ReportState
from korpu_events.reports.tables import ONE_A_PERIOD, Report
from korpu_events.reports.tasks import tasks_of

IN_THE_OFFICE = (OFFICER, HEAD, RECTORATE, AUDITOR, COORDINATOR)
"""Who reads a report before it is published."""


def is_open_data(report: Report, file: Attachment) -> bool:
    """Whether it holds figures that were published: everybody has these."""
    return any(each.published_on and file in each.files for each in report.freezes)


def in_the_office(_report: Report, _file: Attachment, who: Principal) -> bool:
    """Figures that are not published yet are for those who read the report before it is."""
    return any(role.borne_by(who) for role in IN_THE_OFFICE)


reports = AggregateDefinition(
    Report,
    state=ReportState,
    topic="events.reports.v1",
    readers=[*IN_THE_OFFICE, replace(ANYONE, having="published_on")],
    tasks=tasks_of,
    unique={ONE_A_PERIOD: ReportRequestedAlready},
)
reports.also_emits(ReportPartAccepted, ReportPartReturned, ReportFrozen, ReportFiguresRefused)
files.hang(
    reports,
    lambda report: [file for each in report.freezes for file in each.files],
    may=in_the_office,
    public=is_open_data,
)
translates(reports, [OFFICER, HEAD], title="title", summary="summary")

"""What waits for whom about a report: that its parts are put together, mended, and published."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_events.reports.domain.lifecycle import ReportStatus, missing
from korpu_events.reports.parts import FreezingStatus
from korpu_events.reports.tables import Report


def tasks_of(report: Report) -> Iterator[Task]:
    """Everything that waits for somebody, as the report stands; a unit's part has tasks of its own."""
    refused = report.freezing is not None and report.freezing.status == FreezingStatus.REFUSED
    match report.status:
        case ReportStatus.REQUESTED if not missing(report.units, (*report.accepted, *report.without)):
            yield Task(("ConsolidateReport",), since=report.ends)
        case ReportStatus.CONSOLIDATED:
            yield Task(("ConsolidateReport",) if refused else ("PublishReport",))
        case ReportStatus.PUBLISHED:
            yield Task(("RestateReport",) if refused else ("PublishReport",))

"""`PublishReport`: let everybody read a report, or its restatement."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import ReportStatus, require_publishable
from korpu_events.reports.facts import ReportPublished
from korpu_events.reports.refusals import (
    FiguresNotFrozen,
    FiguresRefused,
    NothingToPublish,
    PublisherConsolidated,
)
from korpu_events.reports.tables import Report


class PublishReport(Changes):
    """Which report; its newest frozen figures are published with it."""


@reports.changes(
    who=[HEAD],
    when=[ReportStatus.CONSOLIDATED, ReportStatus.PUBLISHED],
    to=[ReportStatus.PUBLISHED],
    emits=[ReportPublished],
    refuses=[FiguresNotFrozen, FiguresRefused, NothingToPublish, PublisherConsolidated],
    barred={"asked_by": PublisherConsolidated},
    requires=[require_publishable],
)
async def publish_report(report: Report, command: PublishReport, uow: UnitOfWork) -> None:
    """Publish the figures that are frozen; what was published before stays readable as it was."""
    *before, newest = report.freezes
    report.freezes = (*before, newest.model_copy(update={"published_on": uow.today}))
    report.status, report.published_freeze = ReportStatus.PUBLISHED, newest.number
    report.published_on = report.published_on or uow.today
    await uow.emit(report, ReportPublished(number=newest.number))

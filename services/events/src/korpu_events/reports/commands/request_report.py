"""`RequestReport`: ask units for their part of a report on a period."""

from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Day
from korpu_events.fields import Title
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.report_templates.interface import template_edition
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import ReportStatus, require_each_once, require_period
from korpu_events.reports.facts import ReportRequested
from korpu_events.reports.inputs import AskedUnits
from korpu_events.reports.refusals import (
    ReportDueInThePast,
    ReportPeriodEmpty,
    ReportRequestedAlready,
    TemplateOutOfUse,
    UnitAskedTwice,
)
from korpu_events.reports.tables import Report
from korpu_events.unit_reports.interface import PartsAsked, ask_units


class RequestReport(Creates):
    """By which template, on which period, from which units and by when; without a title the template's is taken."""

    template_id: UUID
    title: Title | None = None
    starts: Day
    ends: Day
    due: Day
    units: AskedUnits = ()


@reports.creates(
    who=[OFFICER, HEAD],
    to=[ReportStatus.REQUESTED],
    emits=[ReportRequested],
    refuses=[TemplateOutOfUse, ReportRequestedAlready, ReportPeriodEmpty, UnitAskedTwice, ReportDueInThePast],
)
async def request_report(command: RequestReport, uow: UnitOfWork) -> Report:
    """Request a report; each unit is asked for its part in the same story, with what it said the last time."""
    require_period(command.starts, command.ends)
    require_each_once(command.units)
    if command.due < uow.today:
        raise ReportDueInThePast("due", due=command.due)
    template = await template_edition(command.template_id, uow, "template_id")
    if not template.active:
        raise TemplateOutOfUse("template_id")
    series = f"REP-{uow.today.year}"
    report = Report(
        **command.model_dump(include={"template_id", "starts", "ends", "due", "units"}),
        code=f"{series}-{await uow.number(series):03}",
        status=ReportStatus.REQUESTED,
        title=LocalizedText.of(command.title) if command.title else template.title,
        template_edition=template.edition,
        indicators=template.indicators,
    )
    await uow.emit(report, ReportRequested())
    uow.correlation_id = report.correlation_id
    await ask_units(
        PartsAsked(report.id, report.code, template, report.starts, report.ends, report.due), report.units, uow
    )
    return report

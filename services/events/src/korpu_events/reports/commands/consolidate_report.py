"""`ConsolidateReport`: put the parts together and ask for the figures."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.report_templates.interface import template_edition
from korpu_events.reports.aggregate import reports
from korpu_events.reports.domain.lifecycle import UNPUBLISHED, ReportStatus, missing
from korpu_events.reports.facts import ReportConsolidated
from korpu_events.reports.inputs import AskedUnits, AsOf, Summary
from korpu_events.reports.policies.freezing import ask_for_figures
from korpu_events.reports.refusals import FreezingDayOutOfReach, UnitPartsMissing
from korpu_events.reports.tables import Report
from korpu_events.unit_reports.interface import withdraw_parts


class ConsolidateReport(Changes):
    """As of which day figures are frozen, what they say, and without which units it goes on."""

    as_of: AsOf = None
    summary: Summary | None = None
    without: AskedUnits = ()
    reason: Annotated[Text | None, Field(max_length=1000, description="Needed when a unit is left out.")] = None


@reports.changes(
    who=[OFFICER, HEAD],
    when=UNPUBLISHED,
    to=[ReportStatus.CONSOLIDATED],
    emits=[ReportConsolidated],
    refuses=[UnitPartsMissing, FreezingDayOutOfReach],
)
async def consolidate_report(report: Report, command: ConsolidateReport, uow: UnitOfWork) -> None:
    """Put the accepted parts together; once more until it is published, by the template as it then is."""
    left_out = missing(report.units, (*report.accepted, *report.without))
    unnamed = [unit for unit in left_out if unit not in command.without or not command.reason]
    if unnamed:
        raise UnitPartsMissing("without", units=", ".join(unnamed))
    template = await template_edition(report.template_id, uow, "template_id")
    report.indicators, report.template_edition = template.indicators, template.edition
    as_of = ask_for_figures(report, command.as_of, None, uow)
    if command.summary:
        held = report.summary
        report.summary = held.edited(command.summary) if held else LocalizedText.of(command.summary)
    report.status, report.consolidated_on = ReportStatus.CONSOLIDATED, uow.today
    report.without, report.reason = (*report.without, *left_out), command.reason
    await uow.emit(report, ReportConsolidated(as_of=as_of, without=report.without, reason=command.reason))
    await withdraw_parts(report.id, command.reason or "", uow, of=left_out)

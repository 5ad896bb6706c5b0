"""`RetireReportTemplate`: request no further report by a template."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.report_templates.aggregate import report_templates
from korpu_events.report_templates.domain.lifecycle import ReportTemplateStatus
from korpu_events.report_templates.facts import ReportTemplateRetired
from korpu_events.report_templates.tables import ReportTemplate


class RetireReportTemplate(Changes):
    """Which one, and why."""

    reason: Text


@report_templates.changes(
    who=[OFFICER, HEAD],
    when=[ReportTemplateStatus.ACTIVE],
    to=[ReportTemplateStatus.RETIRED],
    emits=[ReportTemplateRetired],
)
async def retire_report_template(template: ReportTemplate, command: RetireReportTemplate, uow: UnitOfWork) -> None:
    """Retire a template; reports that were requested by it go on."""
    template.status, template.reason = ReportTemplateStatus.RETIRED, command.reason
    await uow.emit(template, ReportTemplateRetired(reason=command.reason))

"""The definition of templates of reports: who reads them, and which texts are translated."""

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.report_templates.state import ReportTemplateState
from korpu_events.report_templates.tables import ReportTemplate

report_templates = AggregateDefinition(
    ReportTemplate,
    state=ReportTemplateState,
    topic="events.report-templates.v1",
    readers=[OFFICER, HEAD, RECTORATE, AUDITOR, COORDINATOR],
)
translates(report_templates, [OFFICER, HEAD], title="title", questions="questions.words")

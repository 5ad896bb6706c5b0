"""`ChangeReportTemplate`: let a template ask for something else from now on."""

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.fields import Title
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.report_templates.aggregate import report_templates
from korpu_events.report_templates.domain.lifecycle import ReportTemplateStatus, require_told_apart
from korpu_events.report_templates.facts import ReportTemplateChanged
from korpu_events.report_templates.inputs import AskedFigures, Questions
from korpu_events.report_templates.refusals import AskedTwice, NothingAsked
from korpu_events.report_templates.tables import ReportTemplate


class ChangeReportTemplate(Corrects):
    """What is given replaces what was asked, as a whole list each; what is left out stays."""

    title: Title | None = None
    indicators: AskedFigures | None = None
    questions: Questions | None = None
    reason: Text


@report_templates.changes(
    who=[OFFICER, HEAD],
    when=[ReportTemplateStatus.ACTIVE],
    emits=[ReportTemplateChanged],
    refuses=[NothingAsked, AskedTwice],
)
async def change_report_template(template: ReportTemplate, command: ChangeReportTemplate, uow: UnitOfWork) -> None:
    """Make a new edition of a template; reports that were requested keep the questions that they were asked."""
    if command.title:
        template.title = template.title.edited(command.title)
    if command.indicators is not None:
        template.indicators = command.indicators
    if command.questions is not None:
        before = {each.id: each for each in template.questions}
        template.questions = tuple(each.asked(before.get(each.id)) for each in command.questions)
    require_told_apart(template.indicators, template.questions)
    template.edition, template.reason = template.edition + 1, command.reason
    await uow.emit(template, ReportTemplateChanged(edition=template.edition, reason=command.reason))

"""`AddReportTemplate`: say by which figures a period is accounted for, and what units are asked."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.fields import Title
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.report_templates.aggregate import report_templates
from korpu_events.report_templates.domain.lifecycle import ReportTemplateStatus, require_told_apart
from korpu_events.report_templates.facts import ReportTemplateAdded
from korpu_events.report_templates.inputs import AskedFigures, Questions
from korpu_events.report_templates.refusals import AskedTwice, NothingAsked
from korpu_events.report_templates.tables import ReportTemplate


class AddReportTemplate(Creates):
    """How the report is called, its indicators, and the questions to each unit."""

    title: Title
    indicators: AskedFigures = ()
    questions: Questions = ()


@report_templates.creates(
    who=[OFFICER, HEAD],
    to=[ReportTemplateStatus.ACTIVE],
    emits=[ReportTemplateAdded],
    refuses=[NothingAsked, AskedTwice],
)
async def add_report_template(command: AddReportTemplate, uow: UnitOfWork) -> ReportTemplate:
    """Add a template by which reports are requested."""
    questions = tuple(each.asked() for each in command.questions)
    require_told_apart(command.indicators, questions)
    series = f"RTM-{uow.today.year}"
    template = ReportTemplate(
        code=f"{series}-{await uow.number(series):03}",
        status=ReportTemplateStatus.ACTIVE,
        title=LocalizedText.of(command.title),
        indicators=command.indicators,
        questions=questions,
    )
    await uow.emit(template, ReportTemplateAdded())
    return template

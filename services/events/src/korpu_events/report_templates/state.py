"""A template of reports as messages carry it."""

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.report_templates.domain.lifecycle import ReportTemplateStatus
from korpu_events.report_templates.parts import AskedFigure, Question


class ReportTemplateState(State):
    """The public state of a template of reports."""

    status: ReportTemplateStatus
    title: LocalizedText
    edition: int
    indicators: tuple[AskedFigure, ...]
    questions: tuple[Question, ...]
    reason: str | None

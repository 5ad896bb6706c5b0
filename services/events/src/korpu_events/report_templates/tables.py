"""Where templates of reports are kept."""

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_events.report_templates.parts import AskedFigure, Question
from korpu_events.tables import Table


class ReportTemplate(Aggregate, Table, table=True):
    """Which figures a period is accounted for by, and what units are asked; each change is an edition."""

    __tablename__ = "report_template"

    title: LocalizedText = part(LocalizedText, nullable=False)
    edition: int = 1
    indicators: tuple[AskedFigure, ...] = parts(AskedFigure)
    questions: tuple[Question, ...] = parts(Question)
    reason: str | None = None

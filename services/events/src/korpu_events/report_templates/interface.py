"""What events' other aggregates may ask of templates of reports: ids come in, values go out."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_events.report_templates.domain.lifecycle import ReportTemplateStatus
from korpu_events.report_templates.parts import MOST_DIMENSIONS, AskedFigure, Name, Question
from korpu_events.report_templates.tables import ReportTemplate

__all__ = ["MOST_DIMENSIONS", "AskedFigure", "Name", "Question", "TemplateEdition", "template_edition"]


@dataclass(frozen=True)
class TemplateEdition:
    """What a template asks for, as it stands."""

    id: UUID
    edition: int
    title: LocalizedText
    indicators: tuple[AskedFigure, ...]
    questions: tuple[Question, ...]
    active: bool


async def template_edition(id: UUID, uow: UnitOfWork, path: str) -> TemplateEdition:
    """The newest edition of a template that is there."""
    found = await uow.find(ReportTemplate, col(ReportTemplate.id) == id)
    if not found:
        raise NotFound(path)
    [held] = found
    active = held.status == ReportTemplateStatus.ACTIVE
    return TemplateEdition(held.id, held.edition, held.title, held.indicators, held.questions, active)

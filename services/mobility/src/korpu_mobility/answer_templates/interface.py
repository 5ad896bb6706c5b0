"""What mobility's other parts may ask of kept texts: ids come in, words go out."""

from collections.abc import Mapping
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.answer_templates.domain import TemplateStatus, filled
from korpu_mobility.answer_templates.refusals import PlaceholderEmpty, TemplateUnusable
from korpu_mobility.answer_templates.tables import AnswerTemplate

TEMPLATE_REFUSALS = (TemplateUnusable, PlaceholderEmpty)


async def answer_from(template_id: UUID, language: str, values: Mapping[str, str | None], uow: UnitOfWork) -> str:
    """The words of a kept text in this language, filled; nothing is sent that follows an older original."""
    template = await uow.session.get(AnswerTemplate, template_id)
    if template is None:
        raise NotFound("template_id")
    held = template.text.texts.get(language)  # type: ignore[call-overload]  # a language by its name
    if template.status != TemplateStatus.ACTIVE or held is None or held.revision < template.text.revision:
        raise TemplateUnusable("template_id", language=language)
    return filled(held.text, values)

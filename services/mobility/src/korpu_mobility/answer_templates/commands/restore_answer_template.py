"""`RestoreAnswerTemplate`: answers are made from a retired text again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.answer_templates.domain import TemplateStatus
from korpu_mobility.answer_templates.facts import AnswerTemplateRestored
from korpu_mobility.answer_templates.tables import AnswerTemplate
from korpu_mobility.permissions import OFFICE


class RestoreAnswerTemplate(Changes):
    """Which text."""


@answer_templates.changes(
    who=OFFICE, when=[TemplateStatus.RETIRED], to=[TemplateStatus.ACTIVE], emits=[AnswerTemplateRestored]
)
async def restore_answer_template(template: AnswerTemplate, command: RestoreAnswerTemplate, uow: UnitOfWork) -> None:
    """Make answers from a retired text again."""
    template.status = TemplateStatus.ACTIVE
    await uow.emit(template, AnswerTemplateRestored())

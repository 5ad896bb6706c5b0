"""`RetireAnswerTemplate`: no answer is made from a kept text any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.answer_templates.domain import TemplateStatus
from korpu_mobility.answer_templates.facts import AnswerTemplateRetired
from korpu_mobility.answer_templates.tables import AnswerTemplate
from korpu_mobility.permissions import OFFICE


class RetireAnswerTemplate(Changes):
    """Which text."""


@answer_templates.changes(
    who=OFFICE, when=[TemplateStatus.ACTIVE], to=[TemplateStatus.RETIRED], emits=[AnswerTemplateRetired]
)
async def retire_answer_template(template: AnswerTemplate, command: RetireAnswerTemplate, uow: UnitOfWork) -> None:
    """Make no answer from a kept text any more; those that were given stay."""
    template.status = TemplateStatus.RETIRED
    await uow.emit(template, AnswerTemplateRetired())

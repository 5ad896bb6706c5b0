"""`ChangeAnswerTemplate`: let a kept text say something else."""

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.answer_templates.domain import TemplateStatus, require_placeholders
from korpu_mobility.answer_templates.facts import AnswerTemplateChanged
from korpu_mobility.answer_templates.inputs import TemplateText, Title
from korpu_mobility.answer_templates.refusals import PlaceholderUnknown
from korpu_mobility.answer_templates.tables import AnswerTemplate
from korpu_mobility.permissions import OFFICE
from korpu_mobility.topics import Topic


class ChangeAnswerTemplate(Corrects):
    """What is given replaces what was written; answers that were given stay as they are."""

    title: Title | None = None
    topic: Topic | None = None
    text: TemplateText | None = None


@answer_templates.changes(
    who=OFFICE, when=[TemplateStatus.ACTIVE], emits=[AnswerTemplateChanged], refuses=[PlaceholderUnknown]
)
async def change_answer_template(template: AnswerTemplate, command: ChangeAnswerTemplate, uow: UnitOfWork) -> None:
    """Let a kept text say something else; an edited original leaves its translations outdated."""
    template.title, template.topic = command.title or template.title, command.topic or template.topic
    if command.text:
        for language, words in command.text.given().items():
            require_placeholders(words, f"text.{language}")
        template.text = template.text.edited(command.text)
    await uow.emit(template, AnswerTemplateChanged(outdated=template.text.outdated()))

"""`WriteAnswerTemplate`: keep a text from which answers are made."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.answer_templates.domain import TemplateStatus, require_placeholders
from korpu_mobility.answer_templates.facts import AnswerTemplateWritten
from korpu_mobility.answer_templates.inputs import TemplateText, Title
from korpu_mobility.answer_templates.refusals import PlaceholderUnknown
from korpu_mobility.answer_templates.tables import AnswerTemplate
from korpu_mobility.permissions import OFFICE
from korpu_mobility.topics import Topic


class WriteAnswerTemplate(Creates):
    """What it is called, what it is about, and the text in one language or more."""

    title: Title
    topic: Topic
    text: TemplateText


@answer_templates.creates(
    who=OFFICE, to=[TemplateStatus.ACTIVE], emits=[AnswerTemplateWritten], refuses=[PlaceholderUnknown]
)
async def write_answer_template(command: WriteAnswerTemplate, uow: UnitOfWork) -> AnswerTemplate:
    """Keep a text from which answers are made."""
    for language, words in command.text.given().items():
        require_placeholders(words, f"text.{language}")
    code = f"TXT-{await uow.number('TXT'):03}"
    text = LocalizedText.of(command.text)
    template = AnswerTemplate(
        code=code, status=TemplateStatus.ACTIVE, title=command.title, topic=command.topic, text=text
    )
    await uow.emit(template, AnswerTemplateWritten())
    return template

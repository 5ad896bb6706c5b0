"""`ChangeFrequentAnswer`: let a published answer say something else."""

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LANGUAGES
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from korpu_mobility.frequent_answers.domain import AnswerStatus
from korpu_mobility.frequent_answers.facts import FrequentAnswerChanged
from korpu_mobility.frequent_answers.inputs import Asked
from korpu_mobility.frequent_answers.tables import FrequentAnswer
from korpu_mobility.permissions import OFFICE
from korpu_mobility.topics import Topic


class ChangeFrequentAnswer(Corrects):
    """What is given replaces what was written."""

    topic: Topic | None = None
    question: Asked | None = None
    answer: Asked | None = None


@frequent_answers.changes(who=OFFICE, when=tuple(AnswerStatus), emits=[FrequentAnswerChanged])
async def change_frequent_answer(answer: FrequentAnswer, command: ChangeFrequentAnswer, uow: UnitOfWork) -> None:
    """Let a published answer say something else; an edited original leaves its translations outdated."""
    answer.topic = command.topic or answer.topic
    answer.question = answer.question.edited(command.question) if command.question else answer.question
    answer.answer = answer.answer.edited(command.answer) if command.answer else answer.answer
    stale = {language for text in answer.texts.values() for language in text.outdated()}
    await uow.emit(answer, FrequentAnswerChanged(outdated=tuple(each for each in LANGUAGES if each in stale)))

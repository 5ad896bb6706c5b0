"""`PublishFrequentAnswer`: let everybody read a question with its answer."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from korpu_mobility.frequent_answers.domain import HIDDEN, AnswerStatus, require_promised
from korpu_mobility.frequent_answers.facts import FrequentAnswerPublished
from korpu_mobility.frequent_answers.refusals import AnswerTextMissing
from korpu_mobility.frequent_answers.tables import FrequentAnswer
from korpu_mobility.permissions import OFFICE


class PublishFrequentAnswer(Changes):
    """It is whole, in Azerbaijani and English."""


def require_whole(answer: FrequentAnswer) -> None:
    """Both texts are there in the promised languages."""
    require_promised(answer.question, answer.answer)


@frequent_answers.changes(
    who=OFFICE,
    when=HIDDEN,
    to=[AnswerStatus.PUBLISHED],
    emits=[FrequentAnswerPublished],
    refuses=[AnswerTextMissing],
    requires=[require_whole],
)
async def publish_frequent_answer(answer: FrequentAnswer, command: PublishFrequentAnswer, uow: UnitOfWork) -> None:
    """Let everybody read a question with its answer."""
    answer.status, answer.published_on, answer.reason = AnswerStatus.PUBLISHED, uow.today, None
    await uow.emit(answer, FrequentAnswerPublished())

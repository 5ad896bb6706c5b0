"""`WithdrawFrequentAnswer`: nobody outside reads a question with its answer any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from korpu_mobility.frequent_answers.domain import AnswerStatus
from korpu_mobility.frequent_answers.facts import FrequentAnswerWithdrawn
from korpu_mobility.frequent_answers.inputs import Reason
from korpu_mobility.frequent_answers.tables import FrequentAnswer
from korpu_mobility.permissions import OFFICE


class WithdrawFrequentAnswer(Changes):
    """Why it is not true any more, or not wanted."""

    reason: Reason


@frequent_answers.changes(
    who=OFFICE,
    when=(AnswerStatus.DRAFT, AnswerStatus.PUBLISHED),
    to=[AnswerStatus.WITHDRAWN],
    emits=[FrequentAnswerWithdrawn],
)
async def withdraw_frequent_answer(answer: FrequentAnswer, command: WithdrawFrequentAnswer, uow: UnitOfWork) -> None:
    """Let nobody outside read it any more; it can be published again."""
    answer.status, answer.published_on, answer.reason = AnswerStatus.WITHDRAWN, None, command.reason
    await uow.emit(answer, FrequentAnswerWithdrawn())

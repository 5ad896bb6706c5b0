"""`WithdrawAnswer`: take back what was noted as the answer by mistake."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import OPEN, WAITING
from korpu_partners.letters.domain.withdrawal import ENDED
from korpu_partners.letters.facts import LetterAnswerWithdrawn
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.policies.answers import withdraw
from korpu_partners.letters.refusals import NotItsAnswer
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class WithdrawAnswer(Changes):
    """Which letter is no answer to this one after all, and why; both stay in the register."""

    answer_id: UUID
    reason: Reason


@letters.changes(
    who=DEPARTMENT,
    when=[*OPEN, *ENDED],
    to={each: (each,) if each in OPEN else (*WAITING, each) for each in (*OPEN, *ENDED)},
    emits=[LetterAnswerWithdrawn],
    refuses=[NotItsAnswer],
)
async def withdraw_answer(letter: Letter, command: WithdrawAnswer, uow: UnitOfWork) -> None:
    """Take back what was noted as the answer by mistake; without another one the letter waits again."""
    if command.answer_id not in letter.answer_ids:
        raise NotItsAnswer("answer_id")
    await withdraw(command.answer_id, letter, uow, command.reason)

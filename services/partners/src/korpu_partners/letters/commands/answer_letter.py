"""`AnswerLetter`: note which letter answers this one; one answer can serve several letters."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import WORKERS, letters
from korpu_partners.letters.domain.lifecycle import UNCLOSED, LetterStatus
from korpu_partners.letters.facts import LetterAnswered
from korpu_partners.letters.policies.answers import answer_to, answered, known_answer
from korpu_partners.letters.refusals import AnsweredAlready, AnswerGone, AnswerUnknown, DoesNotAnswer
from korpu_partners.letters.tables import Letter


class AnswerLetter(Changes):
    """Which registered letter answers it."""

    answer_id: UUID


@letters.changes(
    who=WORKERS,
    when=UNCLOSED,
    to=[LetterStatus.ANSWERED],
    emits=[LetterAnswered],
    refuses=[AnswerUnknown, DoesNotAnswer, AnswerGone, AnsweredAlready],
)
async def answer_letter(letter: Letter, command: AnswerLetter, uow: UnitOfWork) -> None:
    """Note which letter answers this one; one answer can serve several letters."""
    answer = await known_answer(letter, command.answer_id, uow)
    await answered(letter, answer_to(letter, answer), uow)

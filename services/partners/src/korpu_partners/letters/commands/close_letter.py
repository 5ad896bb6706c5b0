"""`CloseLetter`: close a letter; one that wants an answer has it, or the reason why none is needed."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import UNCLOSED, LetterStatus
from korpu_partners.letters.facts import LetterClosed
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.refusals import WithoutAnswer
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class CloseLetter(Changes):
    """Why no answer is needed, if the letter wants one and has none."""

    no_answer: Reason | None = None


@letters.changes(who=DEPARTMENT, when=UNCLOSED, to=[LetterStatus.CLOSED], emits=[LetterClosed], refuses=[WithoutAnswer])
async def close_letter(letter: Letter, command: CloseLetter, uow: UnitOfWork) -> None:
    """Close a letter; one that wants an answer has it, or the reason why none is needed."""
    if letter.wants_answer and not letter.answer_ids and not command.no_answer:
        raise WithoutAnswer("no_answer")
    letter.no_answer, letter.closed_on = command.no_answer, uow.today
    letter.stands(LetterStatus.CLOSED, uow.today)
    await uow.emit(letter, LetterClosed(answered=bool(letter.answer_ids), no_answer=command.no_answer))

"""How a letter comes to its end: answered, closed, and opened again if that was too early."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.letters import messages as says
from korpu_partners.letters.answering import answer_to, answered, known_answer
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.lifecycle import UNCLOSED, LetterStatus, resting_status
from korpu_partners.letters.refusals import (
    AnsweredAlready,
    AnswerGone,
    AnswerUnknown,
    DoesNotAnswer,
    LetterDueInThePast,
    WithoutAnswer,
)
from korpu_partners.letters.registering import not_in_the_past
from korpu_partners.letters.room import WORKERS, letters
from korpu_partners.letters.tables import Letter
from korpu_partners.people import DEPARTMENT


class AnswerLetter(Changes):
    """Which registered letter answers it."""

    answer_id: UUID


@letters.changes(
    who=WORKERS,
    when=UNCLOSED,
    to=[LetterStatus.ANSWERED],
    emits=[says.LetterAnswered],
    refuses=[AnswerUnknown, DoesNotAnswer, AnswerGone, AnsweredAlready],
)
async def answer_letter(letter: Letter, command: AnswerLetter, uow: UnitOfWork) -> None:
    """Note which letter answers this one; one answer can serve several letters."""
    answer = await known_answer(letter, command.answer_id, uow)
    await answered(letter, answer_to(letter, answer), uow)


class CloseLetter(Changes):
    """Why no answer is needed, if the letter wants one and has none."""

    no_answer: Reason | None = None


@letters.changes(
    who=DEPARTMENT, when=UNCLOSED, to=[LetterStatus.CLOSED], emits=[says.LetterClosed], refuses=[WithoutAnswer]
)
async def close_letter(letter: Letter, command: CloseLetter, uow: UnitOfWork) -> None:
    """Close a letter; one that wants an answer has it, or the reason why none is needed."""
    if letter.wants_answer and not letter.answer_ids and not command.no_answer:
        raise WithoutAnswer("no_answer")
    letter.no_answer, letter.closed_on = command.no_answer, uow.today
    letter.stands(LetterStatus.CLOSED, uow.today)
    await uow.emit(letter, says.LetterClosed(answered=bool(letter.answer_ids), no_answer=command.no_answer))


class ReopenLetter(Changes):
    """Why something is to be done after all, and by when."""

    reason: Reason
    due: Day | None = None


@letters.changes(
    who=DEPARTMENT,
    when=[LetterStatus.ANSWERED, LetterStatus.CLOSED],
    to=[LetterStatus.REGISTERED, LetterStatus.ASSIGNED],
    emits=[says.LetterReopened],
    refuses=[LetterDueInThePast],
)
async def reopen_letter(letter: Letter, command: ReopenLetter, uow: UnitOfWork) -> None:
    """Open a letter again, with the reason; its answers stay with it."""
    not_in_the_past(command.due, uow.today)
    letter.no_answer, letter.closed_on, letter.reason = None, None, command.reason
    letter.stands(resting_status(letter.assignee), uow.today)
    if command.due:
        letter.is_due(command.due, uow.today)
    await uow.emit(letter, says.LetterReopened(reason=command.reason))

"""Which letter answers which, and what follows for the one that waited."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.domain.lifecycle import ANSWERED_BY, OPEN, UNCLOSED, Direction, LetterStatus, resting_status
from korpu_partners.letters.facts import LetterAnswered, LetterAnswerWithdrawn
from korpu_partners.letters.refusals import AnsweredAlready, AnswerGone, AnswerUnknown, DoesNotAnswer, NotWaiting
from korpu_partners.letters.tables import Letter


async def to_be_answered(letter_id: UUID, by: Direction, uow: UnitOfWork) -> Letter:
    """The letter that a new one of this direction shall answer, taken for change."""
    letter = await uow.lock(Letter, letter_id, "answers_id")
    if letter.status not in UNCLOSED:
        raise NotWaiting("answers_id", status=letter.status)
    require_answerable_direction(letter, by, "answers_id")
    return letter


def require_answerable_direction(letter: Letter, by: str, path: str) -> None:
    """What came in is answered by what goes out."""
    wanted = ANSWERED_BY[Direction(letter.direction)]
    if by != wanted:
        raise DoesNotAnswer(path, direction=letter.direction, wanted=str(wanted))


async def known_answer(letter: Letter, answer_id: UUID, uow: UnitOfWork) -> Letter:
    """The registered letter that answers this one."""
    answer = await uow.session.get(Letter, answer_id)
    if answer is None or answer.id == letter.id:
        raise AnswerUnknown("answer_id")
    require_answerable_direction(letter, answer.direction, "answer_id")
    if answer.status == LetterStatus.ANNULLED:
        raise AnswerGone("answer_id")
    if answer.id in letter.answer_ids:
        raise AnsweredAlready("answer_id")
    return answer


def answer_to(letter: Letter, answer: Letter) -> LetterAnswered:
    """Note that the letter has this answer."""
    letter.answer_ids = [*letter.answer_ids, answer.id]
    return LetterAnswered(answer_id=answer.id)


async def answered(letter: Letter, fact: LetterAnswered, uow: UnitOfWork) -> None:
    """The letter has what it waited for."""
    letter.answered_on = uow.today
    letter.stands(LetterStatus.ANSWERED, uow.today)
    await uow.emit(letter, fact)


async def withdraw(answer_id: UUID, letter: Letter, uow: UnitOfWork, reason: str) -> None:
    """It is no answer any more: what has no other one waits again, unless somebody said that none is needed."""
    letter.answer_ids = [each for each in letter.answer_ids if each != answer_id]
    if not letter.answer_ids:
        letter.answered_on = None
        missed = letter.status == LetterStatus.ANSWERED or (letter.wants_answer and not letter.no_answer)
        if missed and letter.status not in OPEN:
            letter.closed_on = None
            letter.stands(resting_status(letter.assignee), uow.today)
    await uow.emit(letter, LetterAnswerWithdrawn(answer_id=answer_id, reason=reason))

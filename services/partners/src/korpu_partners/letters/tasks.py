"""What waits for whom about a letter: that somebody sees to it, answers it, and closes it."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_partners.letters.domain.lifecycle import Direction, LetterStatus
from korpu_partners.letters.tables import Letter


def tasks_of(letter: Letter) -> Iterator[Task]:
    """Everything that waits for somebody, as the letter stands."""
    seen_to_by = letter.looked_after_by
    match letter.status:
        case LetterStatus.REGISTERED if letter.direction != Direction.OUTGOING or letter.wants_answer:
            yield Task(("AssignLetter", "CloseLetter"), due=letter.due)
        case LetterStatus.ASSIGNED:
            commands = ("BeginLetter", "AnswerLetter", "ReturnLetter", "CloseLetter")
            yield Task(commands, due=letter.due, subjects=seen_to_by)
        case LetterStatus.IN_PROGRESS:
            yield Task(("AnswerLetter", "ReturnLetter", "CloseLetter"), due=letter.due, subjects=seen_to_by)
        case LetterStatus.ANSWERED:
            yield Task(("CloseLetter",), since=letter.answered_on, subjects=seen_to_by)

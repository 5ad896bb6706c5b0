"""What the clock says of letters, each fact once for a due day."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import is_overdue
from korpu_partners.letters.facts import LetterDueSoon, LetterOverdue, LetterPersonalDataPurged
from korpu_partners.letters.tables import Letter


@letters.due("due-soon", emits=[LetterDueSoon])
async def due_soon(letter: Letter, deadline: Deadline, uow: UnitOfWork) -> None:
    """The assignee is reminded in time; a letter that nobody looks after is the head's."""
    assert letter.due  # noqa: S101 -- without a due day nothing is near
    told = letter.looked_after_by
    await uow.emit(letter, LetterDueSoon(due=letter.due, recipients=told, tell=() if told else ("head",)))


@letters.due("overdue", emits=[LetterOverdue])
async def overdue(letter: Letter, deadline: Deadline, uow: UnitOfWork) -> None:
    """The due day is over: the head is told."""
    assert letter.due  # noqa: S101 -- without a due day nothing is late
    letter.overdue = is_overdue(letter.status, letter.due, uow.today)
    await uow.emit(letter, LetterOverdue(due=letter.due, recipients=letter.looked_after_by, tell=("head",)))


@letters.due("names-kept", emits=[LetterPersonalDataPurged])
async def names_kept(letter: Letter, deadline: Deadline, uow: UnitOfWork) -> None:
    """Names and notes are deleted five years after the letter was closed."""
    letter.person = letter.note = None
    await uow.emit(letter, LetterPersonalDataPurged())

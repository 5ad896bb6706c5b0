"""Who sees to a letter, and by when."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day
from korpu_partners.letters import messages as says
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.lifecycle import ASSIGNED, OPEN, LetterStatus
from korpu_partners.letters.refusals import LetterDueInThePast
from korpu_partners.letters.registering import not_in_the_past
from korpu_partners.letters.room import WORKERS, letters
from korpu_partners.letters.tables import Letter
from korpu_partners.people import DEPARTMENT


class AssignLetter(Changes):
    """Who sees to it from now on, and by when if that changes."""

    assignee: Subject
    backup: Subject | None = None
    due: Day | None = None


@letters.changes(
    who=DEPARTMENT,
    when=OPEN,
    to=[LetterStatus.ASSIGNED],
    emits=[says.LetterAssigned],
    refuses=[LetterDueInThePast],
)
async def assign_letter(letter: Letter, command: AssignLetter, uow: UnitOfWork) -> None:
    """Give a letter to whoever shall see to it, or to somebody else than before."""
    not_in_the_past(command.due, uow.today)
    before, letter.assignee, letter.backup = letter.assignee, command.assignee, command.backup
    letter.stands(LetterStatus.ASSIGNED, uow.today)
    if command.due:
        letter.is_due(command.due, uow.today)
    assigned = says.LetterAssigned(assignee=command.assignee, backup=command.backup, before=before, due=letter.due)
    await uow.emit(letter, assigned)


class BeginLetter(Changes):
    """Which letter somebody works on now."""


@letters.changes(who=WORKERS, when=[LetterStatus.ASSIGNED], to=[LetterStatus.IN_PROGRESS], emits=[says.LetterBegun])
async def begin_letter(letter: Letter, command: BeginLetter, uow: UnitOfWork) -> None:
    """Begin to work on a letter."""
    letter.stands(LetterStatus.IN_PROGRESS, uow.today)
    await uow.emit(letter, says.LetterBegun())


class ReturnLetter(Changes):
    """Why the assignee cannot see to it."""

    reason: Reason


@letters.changes(who=WORKERS, when=ASSIGNED, to=[LetterStatus.REGISTERED], emits=[says.LetterAssignmentReturned])
async def return_letter(letter: Letter, command: ReturnLetter, uow: UnitOfWork) -> None:
    """Give an assignment back with the reason; the letter waits for another assignee."""
    before = letter.assignee or ""
    letter.assignee, letter.backup, letter.reason = None, None, command.reason
    letter.stands(LetterStatus.REGISTERED, uow.today)
    await uow.emit(letter, says.LetterAssignmentReturned(before=before, reason=command.reason))


class PostponeLetter(Changes):
    """The new due day, and why."""

    due: Day
    reason: Reason


@letters.changes(who=DEPARTMENT, when=OPEN, emits=[says.LetterPostponed], refuses=[LetterDueInThePast])
async def postpone_letter(letter: Letter, command: PostponeLetter, uow: UnitOfWork) -> None:
    """Give a letter another due day, with the reason; its clock begins anew."""
    not_in_the_past(command.due, uow.today)
    before = letter.due
    letter.is_due(command.due, uow.today)
    await uow.emit(letter, says.LetterPostponed(before=before, due=command.due, reason=command.reason))

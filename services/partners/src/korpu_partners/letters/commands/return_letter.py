"""`ReturnLetter`: give an assignment back with the reason; the letter waits for another assignee."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import WORKERS, letters
from korpu_partners.letters.domain.lifecycle import ASSIGNED, LetterStatus
from korpu_partners.letters.facts import LetterAssignmentReturned
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.tables import Letter


class ReturnLetter(Changes):
    """Why the assignee cannot see to it."""

    reason: Reason


@letters.changes(who=WORKERS, when=ASSIGNED, to=[LetterStatus.REGISTERED], emits=[LetterAssignmentReturned])
async def return_letter(letter: Letter, command: ReturnLetter, uow: UnitOfWork) -> None:
    """Give an assignment back with the reason; the letter waits for another assignee."""
    before = letter.assignee or ""
    letter.assignee, letter.backup, letter.reason = None, None, command.reason
    letter.stands(LetterStatus.REGISTERED, uow.today)
    await uow.emit(letter, LetterAssignmentReturned(before=before, reason=command.reason))

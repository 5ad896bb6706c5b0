"""`ReopenLetter`: open a letter again, with the reason; its answers stay with it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import LetterStatus, resting_status
from korpu_partners.letters.facts import LetterReopened
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.policies.registration import require_not_in_past
from korpu_partners.letters.refusals import LetterDueInThePast
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class ReopenLetter(Changes):
    """Why something is to be done after all, and by when."""

    reason: Reason
    due: Day | None = None


@letters.changes(
    who=DEPARTMENT,
    when=[LetterStatus.ANSWERED, LetterStatus.CLOSED],
    to=[LetterStatus.REGISTERED, LetterStatus.ASSIGNED],
    emits=[LetterReopened],
    refuses=[LetterDueInThePast],
)
async def reopen_letter(letter: Letter, command: ReopenLetter, uow: UnitOfWork) -> None:
    """Open a letter again, with the reason; its answers stay with it."""
    require_not_in_past(command.due, uow.today)
    letter.no_answer, letter.closed_on, letter.reason = None, None, command.reason
    letter.stands(resting_status(letter.assignee), uow.today)
    if command.due:
        letter.is_due(command.due, uow.today)
    await uow.emit(letter, LetterReopened(reason=command.reason))

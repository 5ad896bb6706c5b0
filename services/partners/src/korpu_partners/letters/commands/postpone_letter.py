"""`PostponeLetter`: give a letter another due day, with the reason; its clock begins anew."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import OPEN
from korpu_partners.letters.facts import LetterPostponed
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.policies.registration import require_not_in_past
from korpu_partners.letters.refusals import LetterDueInThePast
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class PostponeLetter(Changes):
    """The new due day, and why."""

    due: Day
    reason: Reason


@letters.changes(who=DEPARTMENT, when=OPEN, emits=[LetterPostponed], refuses=[LetterDueInThePast])
async def postpone_letter(letter: Letter, command: PostponeLetter, uow: UnitOfWork) -> None:
    """Give a letter another due day, with the reason; its clock begins anew."""
    require_not_in_past(command.due, uow.today)
    before = letter.due
    letter.is_due(command.due, uow.today)
    await uow.emit(letter, LetterPostponed(before=before, due=command.due, reason=command.reason))

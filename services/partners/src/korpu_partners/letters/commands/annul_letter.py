"""`AnnulLetter`: annul a wrong registration; its number stays used, and what it answered waits again."""

from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import STANDING, LetterStatus
from korpu_partners.letters.facts import LetterAnnulled, LetterAnswerWithdrawn
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.policies.answers import withdraw
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class AnnulLetter(Changes):
    """Why it should not have been registered."""

    reason: Reason


@letters.changes(
    who=DEPARTMENT,
    when=STANDING,
    to=[LetterStatus.ANNULLED],
    emits=[LetterAnnulled, LetterAnswerWithdrawn],
)
async def annul_letter(letter: Letter, command: AnnulLetter, uow: UnitOfWork) -> None:
    """Annul a wrong registration; its number stays used, and what it answered waits again."""
    letter.reason, letter.closed_on = command.reason, uow.today
    letter.stands(LetterStatus.ANNULLED, uow.today)
    await uow.emit(letter, LetterAnnulled(reason=command.reason))
    for waiting in await uow.find(Letter, col(Letter.answer_ids).contains([letter.id])):
        await withdraw(letter.id, await uow.lock(Letter, waiting.id), uow, command.reason)

"""How a wrong registration is annulled: the entry stays, with its number."""

from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import Work
from korpu_partners.letters import messages as says
from korpu_partners.letters.answering import withdraw
from korpu_partners.letters.fields import Reason
from korpu_partners.letters.lifecycle import STANDING, LetterStatus
from korpu_partners.letters.room import letters
from korpu_partners.letters.tables import Letter
from korpu_partners.people import DEPARTMENT


class AnnulLetter(Changes):
    """Why it should not have been registered."""

    reason: Reason


@letters.changes(
    who=DEPARTMENT,
    when=STANDING,
    to=[LetterStatus.ANNULLED],
    says=[says.LetterAnnulled, says.LetterAnswerWithdrawn],
)
async def annul_letter(letter: Letter, command: AnnulLetter, work: Work) -> None:
    """Annul a wrong registration; its number stays used, and what it answered waits again."""
    letter.reason, letter.closed_on = command.reason, work.today
    letter.stands(LetterStatus.ANNULLED, work.today)
    await work.say(letter, says.LetterAnnulled(reason=command.reason))
    for waiting in await work.find(Letter, col(Letter.answer_ids).contains([letter.id])):
        await withdraw(letter.id, await work.lock(Letter, waiting.id), work, command.reason)

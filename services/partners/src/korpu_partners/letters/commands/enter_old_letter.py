"""`EnterOldLetter`: take a letter over from an older register."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import LetterStatus
from korpu_partners.letters.facts import LetterEntered
from korpu_partners.letters.inputs import EnterOldLetter
from korpu_partners.letters.policies.old_letters import count_from, old
from korpu_partners.letters.policies.registration import going_on, of, require_not_in_future, require_unregistered
from korpu_partners.letters.refusals import CorrespondentEmpty, LetterDatedInTheFuture, NumberTaken, RegisteredAlready
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


@letters.creates(
    who=DEPARTMENT,
    to=[LetterStatus.CLOSED],
    emits=[LetterEntered],
    refuses=[NumberTaken, RegisteredAlready, CorrespondentEmpty, LetterDatedInTheFuture],
)
async def enter_old_letter(command: EnterOldLetter, uow: UnitOfWork) -> Letter:
    """Take a letter over from an older register; new letters of that year count on from the highest number."""
    require_not_in_future("registered_on", command.registered_on, uow.today)
    require_not_in_future("their_date", command.their_date, uow.today)
    correspondents = await going_on(command.correspondents, uow)
    await count_from(command, uow)
    letter = old(command)
    of(letter, correspondents)
    await require_unregistered(letter, (), uow)
    await uow.emit(letter, LetterEntered())
    return letter

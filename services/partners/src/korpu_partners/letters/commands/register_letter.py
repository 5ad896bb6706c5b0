"""`RegisterLetter`: enter a letter into the register of its direction and year."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import LetterStatus, series_of
from korpu_partners.letters.facts import LetterAnswered, LetterAssigned, LetterRegistered
from korpu_partners.letters.inputs import RegisterLetter
from korpu_partners.letters.policies.answers import answer_to, answered, to_be_answered
from korpu_partners.letters.policies.registration import (
    entry,
    going_on,
    require_not_in_future,
    require_not_in_past,
    require_unregistered,
)
from korpu_partners.letters.refusals import (
    CorrespondentEmpty,
    DoesNotAnswer,
    LetterDatedInTheFuture,
    LetterDueInThePast,
    NotWaiting,
    RegisteredAlready,
)
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


@letters.creates(
    who=DEPARTMENT,
    to=[LetterStatus.REGISTERED, LetterStatus.ASSIGNED],
    emits=[LetterRegistered, LetterAssigned, LetterAnswered],
    refuses=[
        RegisteredAlready,
        CorrespondentEmpty,
        LetterDatedInTheFuture,
        LetterDueInThePast,
        DoesNotAnswer,
        NotWaiting,
    ],
)
async def register_letter(command: RegisterLetter, uow: UnitOfWork) -> Letter:
    """Enter a letter into the register of its direction and year; a letter that is known already is offered first."""
    require_not_in_future("their_date", command.their_date, uow.today)
    require_not_in_future("travelled_on", command.travelled_on, uow.today)
    require_not_in_past(command.due, uow.today)
    waiting = await to_be_answered(command.answers_id, command.direction, uow) if command.answers_id else None
    correspondents = await going_on(command.correspondents, uow)
    year = uow.today.year
    number = await uow.number(series_of(command.direction, year))
    letter = entry(command, correspondents, number, uow.today)
    await require_unregistered(letter, command.not_duplicate_of, uow)
    await uow.emit(letter, LetterRegistered(answers_id=command.answers_id))
    if command.assignee:
        letter.stands(LetterStatus.ASSIGNED, uow.today)
        assigned = LetterAssigned(assignee=command.assignee, backup=command.backup, before=None, due=letter.due)
        await uow.emit(letter, assigned)
    if waiting:
        await answered(waiting, answer_to(waiting, letter), uow)
    return letter

"""`CorrectLetter`: put right what was written about a letter."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal
from korpu_partners.corrections import FORGOTTEN, corrected
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.correction import Forgettable
from korpu_partners.letters.domain.lifecycle import STANDING, Delivery, Priority
from korpu_partners.letters.facts import LetterCorrected
from korpu_partners.letters.fields import About, Correspondents, Known, Languages, Note, Number, Person, Unit
from korpu_partners.letters.parts import Office
from korpu_partners.letters.policies.registration import going_on, of, require_not_in_future, require_unregistered
from korpu_partners.letters.refusals import CorrespondentEmpty, LetterDatedInTheFuture, RegisteredAlready
from korpu_partners.letters.tables import Letter
from korpu_partners.permissions import DEPARTMENT


class CorrectLetter(Corrects):
    """What is to be written differently; what is left out stays, and what is to be forgotten goes."""

    correspondents: Correspondents | None = None
    our_office: Office | None = None
    subject: About | None = None
    travelled_on: Day | None = None
    their_number: Number | None = None
    their_date: Day | None = None
    languages: Languages | None = None
    delivery: Delivery | None = None
    wants_answer: bool | None = None
    priority: Priority | None = None
    unit: Unit | None = None
    confidential: bool | None = None
    person: Annotated[Person | None, Personal] = None
    note: Annotated[Note | None, Personal] = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=6, description=FORGOTTEN)] = ()
    not_duplicate_of: Known = ()


@letters.changes(
    who=DEPARTMENT,
    when=STANDING,
    emits=[LetterCorrected],
    refuses=[RegisteredAlready, CorrespondentEmpty, LetterDatedInTheFuture],
)
async def correct_letter(letter: Letter, command: CorrectLetter, uow: UnitOfWork) -> None:
    """Put right what was written about a letter."""
    require_not_in_future("their_date", command.their_date, uow.today)
    require_not_in_future("travelled_on", command.travelled_on, uow.today)
    given = corrected(command)
    for name, value in given.items():
        if name not in {"subject", "correspondents"}:
            setattr(letter, name, value)
    if command.subject:
        letter.about = letter.about.edited(command.subject)
    if given.keys() & {"correspondents", "their_number", "their_date"}:
        of(letter, await going_on(command.correspondents or letter.correspondents, uow))
        await require_unregistered(letter, command.not_duplicate_of, uow)
    await uow.emit(letter, LetterCorrected(fields=tuple(sorted(given))))

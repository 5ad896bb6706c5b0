"""How letters of an older register are taken over, under the numbers that they have."""

from typing import Annotated

from pydantic import Field
from sqlalchemy import func
from sqlalchemy.dialects import postgresql

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence import store
from korpu_chassis.validation.codes import Day, Personal, whole_number
from korpu_partners.letters.fields import About, Correspondents, Languages, Note, Number, Person, Unit
from korpu_partners.letters.lifecycle import Delivery, Direction, LetterStatus, Nature, Priority, code_of, series_of
from korpu_partners.letters.messages import LetterEntered
from korpu_partners.letters.parts import Office
from korpu_partners.letters.refusals import CorrespondentEmpty, LetterDatedInTheFuture, NumberTaken, RegisteredAlready
from korpu_partners.letters.registering import going_on, not_in_the_future, of, refuse_a_second
from korpu_partners.letters.room import letters
from korpu_partners.letters.tables import Letter
from korpu_partners.people import DEPARTMENT


class EnterOldLetter(Creates):
    """A letter as an older register has it: with its number and day, and nothing left to be done."""

    direction: Direction
    number: Annotated[int, Field(ge=1, le=999_999), whole_number]
    registered_on: Day
    correspondents: Correspondents
    our_office: Office | None = None
    subject: About
    their_number: Number | None = None
    their_date: Day | None = None
    languages: Languages = ()
    delivery: Delivery = Delivery.POST
    unit: Unit | None = None
    person: Annotated[Person | None, Personal] = None
    note: Annotated[Note | None, Personal] = None


@letters.creates(
    who=DEPARTMENT,
    to=[LetterStatus.CLOSED],
    emits=[LetterEntered],
    refuses=[NumberTaken, RegisteredAlready, CorrespondentEmpty, LetterDatedInTheFuture],
)
async def enter_old_letter(command: EnterOldLetter, uow: UnitOfWork) -> Letter:
    """Take a letter over from an older register; new letters of that year count on from the highest number."""
    not_in_the_future("registered_on", command.registered_on, uow.today)
    not_in_the_future("their_date", command.their_date, uow.today)
    correspondents = await going_on(command.correspondents, uow)
    await _count_from(command, uow)
    letter = old(command)
    of(letter, correspondents)
    await refuse_a_second(letter, (), uow)
    await uow.emit(letter, LetterEntered())
    return letter


def old(command: EnterOldLetter) -> Letter:
    """Make the entry that an older register describes; it is closed."""
    day = command.registered_on
    return Letter(
        **command.model_dump(exclude={"idempotency_key", "correspondents", "subject", "languages"}),
        status=LetterStatus.CLOSED,
        code=code_of(command.direction, day.year, command.number),
        year=day.year,
        travelled_on=day,
        closed_on=day,
        about=LocalizedText.of(command.subject),
        languages=list(command.languages),
        nature=Nature.OFFICIAL,
        priority=Priority.NORMAL,
        wants_answer=False,
    )


async def _count_from(command: EnterOldLetter, uow: UnitOfWork) -> None:
    """Let the register of that year go on after this number, and hold it until the transaction ends."""
    series = store.series
    name = series_of(command.direction, command.registered_on.year)
    held = postgresql.insert(series).values(name=name, last=command.number)
    higher = {"last": func.greatest(series.c.last, command.number)}
    await uow.session.execute(held.on_conflict_do_update(index_elements=[series.c.name], set_=higher))

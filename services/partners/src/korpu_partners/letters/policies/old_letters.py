"""Letters of an older register, and the numbers that go on behind them."""

from sqlalchemy import func
from sqlalchemy.dialects import postgresql

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence import store
from korpu_partners.letters.domain.lifecycle import LetterStatus, Nature, Priority, code_of, series_of
from korpu_partners.letters.inputs import EnterOldLetter
from korpu_partners.letters.tables import Letter


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


async def count_from(command: EnterOldLetter, uow: UnitOfWork) -> None:
    """Let the register of that year go on after this number, and hold it until the transaction ends."""
    series = store.series
    name = series_of(command.direction, command.registered_on.year)
    held = postgresql.insert(series).values(name=name, last=command.number)
    higher = {"last": func.greatest(series.c.last, command.number)}
    await uow.session.execute(held.on_conflict_do_update(index_elements=[series.c.name], set_=higher))

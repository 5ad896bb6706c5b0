"""Partners hears of people: whoever is erased is forgotten here too."""

from datetime import date

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.calendar_feeds import CalendarFeed, calendar_feeds
from korpu_partners.files import files


class PersonHeard(ConsumedState):
    """Whether a person was erased, and when."""

    erased_on: date | None = None


@consumes("mobility.people.v1", PersonHeard)
async def person_changed(message: Message[PersonHeard], uow: UnitOfWork) -> None:
    """Take the calendar links of an erased person away, and forget which files they brought; those stay."""
    if message.state.erased_on:
        await calendar_feeds.take(col(CalendarFeed.person_id) == message.id, uow)
        await files.forget(uow.session, message.id)

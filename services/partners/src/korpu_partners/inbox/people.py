"""Partners hears of people: whoever is erased is forgotten here too."""

from datetime import date

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import Work
from korpu_chassis.runtime.assembly import Heard, Message, hears
from korpu_partners.calendars.feeds import taken_from
from korpu_partners.calendars.tables import CalendarFeed
from korpu_partners.files import files


class PersonHeard(Heard):
    """Whether a person was erased, and when."""

    erased_on: date | None = None


@hears("mobility.people.v1", PersonHeard)
async def person_changed(message: Message[PersonHeard], work: Work) -> None:
    """Take the calendar links of an erased person away, and forget which files they brought; those stay."""
    if message.state.erased_on:
        await taken_from(col(CalendarFeed.person_id) == message.id, work)
        await files.forget(work.session, message.id)

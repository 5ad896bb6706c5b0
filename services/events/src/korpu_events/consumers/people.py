"""What is heard of people: who is erased is forgotten here too, as whoever brought a file."""

from datetime import date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_events.files import files


class PersonHeard(ConsumedState):
    """Whether a person was erased, and when."""

    erased_on: date | None = None


@consumes("mobility.people.v1", PersonHeard)
async def person_changed(message: Message[PersonHeard], uow: UnitOfWork) -> None:
    """Forget which files an erased person brought; the files stay where they hang."""
    if message.state.erased_on:
        await files.forget(uow.session, message.id)

"""What is heard of people: who is erased is forgotten here too, in files, proposals and certificates."""

from datetime import date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_events.files import files
from korpu_events.generated_documents.interface import forget_certificates
from korpu_events.proposals.interface import forget_in_proposals


class PersonHeard(ConsumedState):
    """Whether a person was erased, and when."""

    erased_on: date | None = None


@consumes("mobility.people.v1", PersonHeard)
async def person_changed(message: Message[PersonHeard], uow: UnitOfWork) -> None:
    """Forget which files an erased person brought, and what part they took in proposals; their certificates go."""
    if message.state.erased_on:
        await files.forget(uow.session, message.id)
        await forget_in_proposals(message.id, uow)
        await forget_certificates(uow, person_id=message.id)

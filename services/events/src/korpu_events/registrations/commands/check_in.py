"""`CheckIn`: let in whoever shows a ticket."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_events.events.interface import course_of
from korpu_events.registrations.aggregate import DESK, registrations
from korpu_events.registrations.domain.capacity import require_doors_open
from korpu_events.registrations.domain.vocabulary import COME, Proof, RegistrationStatus
from korpu_events.registrations.facts import RegistrationAttended, RegistrationShownAgain
from korpu_events.registrations.policies.tickets import is_ticket_of
from korpu_events.registrations.refusals import AttendanceTooEarly, RegisteredElsewhere, TicketUnknown
from korpu_events.registrations.tables import Registration


class CheckIn(Changes):
    """What stands on the ticket, and at which event it is shown."""

    event_id: UUID
    ticket: Annotated[Text, Field(max_length=60), Personal]


@registrations.changes(
    who=DESK,
    when=COME,
    to=[RegistrationStatus.ATTENDED],
    emits=[RegistrationAttended, RegistrationShownAgain],
    refuses=[RegisteredElsewhere, TicketUnknown, AttendanceTooEarly],
)
async def check_in(registration: Registration, command: CheckIn, uow: UnitOfWork) -> None:
    """Let in whoever shows a ticket of this event; whoever shows it again was there once, and that is told."""
    if registration.event_id != command.event_id:
        raise RegisteredElsewhere("event_id", code=registration.code)
    if not is_ticket_of(registration, command.ticket):
        raise TicketUnknown("ticket")
    require_doors_open(await course_of(registration.event_id, uow, None), uow.now)
    if registration.status == RegistrationStatus.ATTENDED:
        await uow.emit(registration, RegistrationShownAgain())
        return
    registration.status, registration.attended_at = RegistrationStatus.ATTENDED, uow.now
    await uow.emit(registration, RegistrationAttended(by=Proof.TICKET))

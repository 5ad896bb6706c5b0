"""What the clock does with registrations: an address that was not confirmed in time is forgotten."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_events.registrations.aggregate import registrations
from korpu_events.registrations.domain.vocabulary import Canceller, RegistrationStatus
from korpu_events.registrations.facts import RegistrationCancelled
from korpu_events.registrations.policies.forgetting import forget
from korpu_events.registrations.tables import Registration


@registrations.due("unconfirmed", emits=[RegistrationCancelled])
async def unconfirmed(registration: Registration, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has confirmed the address: it may be somebody else's, so nothing of it is kept."""
    before, registration.status = registration.status, RegistrationStatus.CANCELLED
    registration.cancelled_by, registration.confirm_until = Canceller.UNCONFIRMED, None
    forget(registration)
    await uow.emit(registration, RegistrationCancelled(by=Canceller.UNCONFIRMED, before=before))

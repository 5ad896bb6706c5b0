"""`CancelRegistration`: whoever registered does not come."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.interface import course_of
from korpu_events.places.interface import hold_places
from korpu_events.registrations.aggregate import DESK, REGISTRANT, registrations
from korpu_events.registrations.domain.capacity import require_not_begun
from korpu_events.registrations.domain.vocabulary import LIVING, Canceller, RegistrationStatus
from korpu_events.registrations.facts import RegistrationCancelled
from korpu_events.registrations.policies.allocation import cancel
from korpu_events.registrations.refusals import EventHasBegun
from korpu_events.registrations.tables import Registration


class CancelRegistration(Changes):
    """Which registration is called off."""


@registrations.changes(
    who=[*DESK, REGISTRANT],
    when=LIVING,
    to=[RegistrationStatus.CANCELLED],
    emits=[RegistrationCancelled],
    refuses=[EventHasBegun],
)
async def cancel_registration(registration: Registration, command: CancelRegistration, uow: UnitOfWork) -> None:
    """Call a registration off; the place goes to the first in line."""
    places = await hold_places(registration.event_id, uow, None)
    event = await course_of(registration.event_id, uow, None)
    require_not_begun(event, uow.now)
    own = registration.person_id is not None and registration.person_id == uow.principal.person_id
    await cancel(registration, Canceller.REGISTRANT if own else Canceller.OFFICE, event, places, uow)

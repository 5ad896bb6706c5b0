"""Who registers: with an account, or as a guest under an address that is confirmed."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_events.events.interface import EventCourse
from korpu_events.places.interface import EventPlaces
from korpu_events.registrations.aggregate import DESK
from korpu_events.registrations.refusals import RegistrantUnknown
from korpu_events.registrations.tables import Registration


def account_of(principal: Principal) -> str:
    """Under what one account registers once; whoever could not see it afterwards registers as a guest."""
    if principal.person_id is not None:
        return f"person:{principal.person_id}"
    if any(role.borne_by(principal) for role in DESK):
        return f"subject:{principal.subject}"
    raise RegistrantUnknown


def guest_of(email: str) -> str:
    """Under what an address registers once, however its letters are written."""
    return f"guest:{email.casefold()}"


def new_registration(event: EventCourse, places: EventPlaces, uow: UnitOfWork) -> Registration:
    """A registration with the next number of its event; it belongs to the event's story."""
    places.numbered += 1
    uow.correlation_id = uow.correlation_id or event.correlation_id
    code = f"{event.code}-{places.numbered:04d}"
    return Registration(code=code, event_id=event.id, unit=event.unit)

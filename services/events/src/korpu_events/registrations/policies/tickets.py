"""What whoever has a place shows at the door: a code that nobody can guess, as text and as a drawing."""

from hmac import compare_digest

from korpu_documents.papers.codes import shown
from korpu_documents.typeset import qr_code
from korpu_events.registrations.tables import Registration


def shown_ticket(registration: Registration) -> str | None:
    """The ticket as people read and type it."""
    return shown(registration.ticket) if registration.ticket else None


def ticket_as_qr(registration: Registration) -> str | None:
    """The ticket as an SVG: the id of the registration, a dot, and the code, as `CheckIn` is given them."""
    return qr_code(f"{registration.id}.{registration.ticket}") if registration.ticket else None


def is_ticket_of(registration: Registration, given: str) -> bool:
    """Whether this is its ticket, however it was typed."""
    plain = given.replace("-", "").replace(" ", "").upper()
    return registration.ticket is not None and compare_digest(registration.ticket.encode(), plain.encode())

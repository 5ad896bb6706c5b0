"""What is deleted of a guest."""

from korpu_events.registrations.tables import Registration


def forget(registration: Registration) -> None:
    """Delete who the guest was; the country, and how it went, stay."""
    registration.name = registration.email = registration.affiliation = registration.note = None
    registration.registrant = registration.ticket = None
    registration.forgotten = True

"""What is said of registrations: who has an account is an id, who the guests are stays with the owner."""

from datetime import datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_events.registrations.domain.vocabulary import Canceller, RegistrationStatus


class RegistrationState(State):
    """A registration as messages carry it."""

    status: RegistrationStatus
    event_id: UUID
    guest: bool
    person_id: UUID | None
    country: str | None
    line: int | None
    confirm_until: datetime | None
    registered_at: datetime | None
    attended_at: datetime | None
    cancelled_by: Canceller | None
    forgotten: bool

"""How the places of events are counted."""

from uuid import UUID

from sqlmodel import Field

from korpu_events.tables import Table


class EventPlaces(Table, table=True):
    """The count of one event: every change of a registration waits for this row, and for no other."""

    __tablename__ = "event_places"

    event_id: UUID = Field(primary_key=True)
    numbered: int = 0
    """How many registrations have a number."""
    lined: int = 0
    """The last number in the waiting line."""
    taken: int = 0

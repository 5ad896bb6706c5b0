"""The diary as it is kept: a row for each hour of somebody or something."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import instant, part
from korpu_events.tables import Table


class Booking(Table, table=True):
    """Somebody or something that an item of a visit or an event, or a trip, occupies for its time.

    Code and title are as they were when it was booked: a conflict names them, whatever keeps the item. A trip that
    belongs to a visit (`part_of`) does not stand in its way.
    """

    __tablename__ = "booking"
    __table_args__ = (Index("booking_taken", "taken", "ends"),)

    item_id: UUID = Field(primary_key=True)
    taken: str = Field(primary_key=True)
    owner_kind: str
    owner_id: UUID = Field(index=True)
    part_of: UUID | None = None
    code: str
    title: LocalizedText = part(LocalizedText, nullable=False)
    starts: datetime = instant(nullable=False)
    ends: datetime = instant(nullable=False)

"""Appointments as they are kept."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.clock import BAKU
from korpu_chassis.persistence.store import Aggregate, instant
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.tables import Table


class AdviceSlot(Aggregate, Table, table=True):
    """A time at which somebody of the office advises one person."""

    __tablename__ = "advice_slot"

    advisor: str = Field(index=True)
    topic: str | None = None
    starts_at: datetime = instant(nullable=False, default=None)
    ends_at: datetime = instant(nullable=False, default=None)
    place: str
    person_id: UUID | None = Field(default=None, index=True)
    reason: str | None = None

    @property
    def day(self) -> date:
        """The office's day on which it is."""
        return self.starts_at.astimezone(BAKU).date()

    @property
    def free(self) -> bool | None:
        """Whether anybody may book it; nothing if not."""
        return True if self.status == SlotStatus.OFFERED else None

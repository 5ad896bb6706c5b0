"""Where rooms and cars are kept, and every way in which one of them is written."""

from uuid import UUID

from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, parts
from korpu_events.tables import Table


class Resource(Aggregate, Table, table=True):
    """A room or a car that visits may book; `booked_as` never changes, whatever it is called."""

    __tablename__ = "resource"

    kind: str
    name: str
    spellings: tuple[str, ...] = parts(str)
    capacity: int | None = None
    place: str | None = None
    booked_as: str
    reason: str | None = None


class ResourceSpelling(Table, table=True):
    """A spelling of one room or car, as names are compared."""

    __tablename__ = "resource_spelling"

    kind: str = Field(primary_key=True)
    spelling: str = Field(primary_key=True)
    resource_id: UUID = Field(index=True)

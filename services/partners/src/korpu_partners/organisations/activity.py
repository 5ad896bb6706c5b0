"""What happened with organisations and when, as every aggregate and service tells it."""

from datetime import date
from uuid import UUID

from sqlalchemy import Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.persistence.store import heard_order
from korpu_partners.indexes import index_into
from korpu_partners.tables import Table


class Activity(Table, table=True):
    """The last day on which one thing happened with some organisations, as it was last heard."""

    __tablename__ = "activity"
    __table_args__ = (index_into("activity_organisation_ids", "organisation_ids"),)

    kind: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    on: date
    organisation_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))

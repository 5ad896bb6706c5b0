"""Where deputyships are kept."""

from datetime import date

from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate
from korpu_partners.tables import Table


class Deputyship(Aggregate, Table, table=True):
    """Who acts in whose place, and on which days; why is told in the audit alone."""

    __tablename__ = "deputyship"

    head: str = Field(index=True)
    deputy: str
    first_day: date
    last_day: date
    ended_on: date | None = None

"""What others last said, as far as this service needs it."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.persistence.store import heard_order, parts
from korpu_documents.papers.organisation_names import HeardName
from korpu_events.tables import Table


class HeardOrganisation(Table, table=True):
    """What partners last said of an organisation."""

    __tablename__ = "heard_organisation"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    status: str
    merged_into: UUID | None = None
    names: tuple[HeardName, ...] = parts(HeardName)


class HeardAgreement(Table, table=True):
    """What partners last said of an agreement."""

    __tablename__ = "heard_agreement"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    code: str
    status: str
    signed_on: date | None = None


class HeardDeputyship(Table, table=True):
    """Who acts in the head's place on which days, as partners last said."""

    __tablename__ = "heard_deputyship"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    status: str
    head: str
    deputy: str
    first_day: date
    last_day: date


class HeardTrip(Table, table=True):
    """What mobility last said of a trip; who is away by it stands in the diary."""

    __tablename__ = "heard_trip"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    status: str


class HeardAnswer(Table, table=True):
    """Which version of a department's answer to a request was heard last."""

    __tablename__ = "heard_answer"

    id: UUID = Field(primary_key=True)
    version: int

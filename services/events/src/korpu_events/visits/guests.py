"""Who the members of delegations are, under restriction; nothing of it leaves this database by itself."""

from datetime import date
from typing import Annotated
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.validation.codes import Personal
from korpu_events.tables import Table


class VisitMember(Table, table=True):
    """Who a member of a delegation is; nothing of it leaves this database by itself."""

    __tablename__ = "visit_member"

    id: UUID = Field(primary_key=True)
    visit_id: UUID = Field(index=True)
    name: Annotated[str, Personal]
    native_name: Annotated[str | None, Personal] = None
    position: Annotated[str | None, Personal] = None
    email: Annotated[str | None, Personal] = None
    phone: Annotated[str | None, Personal] = None


class MemberDocument(Table, table=True):
    """The restricted part of a member: passport and needs, each reading of which is written down."""

    __tablename__ = "visit_member_restricted"

    id: UUID = Field(primary_key=True)
    visit_id: UUID = Field(index=True)
    passport_number: Annotated[str, Personal]
    passport_country: Annotated[str, Personal]
    passport_expires: Annotated[date, Personal]
    born_on: Annotated[date | None, Personal] = None
    needs: Annotated[str | None, Personal] = None

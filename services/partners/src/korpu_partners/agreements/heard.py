"""Stays, visits and trips as they were last heard of, by the agreements and the organisations that they rest on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlmodel import Field, col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import heard_order
from korpu_partners.indexes import index_into
from korpu_partners.tables import Table

Kind = Literal["mobility", "visit", "trip"]
OVER = {
    "mobility": frozenset(
        {"closed", "recognised", "cancelled", "rejected", "declined", "not_shown", "returned_early", "lapsed"}
    ),
    "visit": frozenset({"completed", "reported", "closed", "cancelled", "declined"}),
    "trip": frozenset({"report_due", "reported", "accepted", "settled", "rejected", "cancelled"}),
}


class Depending(Table, table=True):
    """A mobility, a visit or a trip as it was last heard of, the agreements that it rests on, and with whom it is."""

    __tablename__ = "depending"
    __table_args__ = (
        index_into("depending_agreement_ids", "agreement_ids"),
        index_into("depending_organisation_ids", "organisation_ids"),
    )

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    kind: str
    status: str
    agreement_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    organisation_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))


@dataclass(frozen=True)
class Undertaking:
    """A mobility, a visit or a trip that goes on or is to come."""

    kind: Kind
    id: UUID
    status: str


async def keep(
    heard: Undertaking, version: int, agreements: Collection[UUID], organisations: Collection[UUID], uow: UnitOfWork
) -> None:
    """Keep what was last heard of a mobility, a visit or a trip; an older message changes nothing."""
    told = {
        "version": version,
        "kind": heard.kind,
        "status": heard.status,
        "agreement_ids": sorted(agreements),
        "organisation_ids": sorted(organisations),
    }
    await uow.session.execute(
        insert(Depending)
        .values(id=heard.id, **told)
        .on_conflict_do_update(index_elements=[col(Depending.id)], set_=told, where=col(Depending.version) < version)
    )


async def going_on(those: ColumnElement[bool], uow: UnitOfWork) -> Sequence[Undertaking]:
    """Those of them that are not over."""
    found = [each for each in await uow.find(Depending, those) if each.status not in OVER[each.kind]]
    return [Undertaking(cast("Kind", each.kind), each.id, each.status) for each in found]

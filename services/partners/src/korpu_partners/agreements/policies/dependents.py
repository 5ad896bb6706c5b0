"""What depends on an agreement: what other services said and other aggregates keep, and what it promises itself."""

from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy import Uuid
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlmodel import Field, col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence.store import heard_order
from korpu_partners.agreements.domain.impact import Dependent
from korpu_partners.agreements.domain.lifecycle import UNSIGNED
from korpu_partners.agreements.tables import Agreement
from korpu_partners.indexes import index_into
from korpu_partners.projects.interface import projects_resting_on
from korpu_partners.publications.interface import publications_resting_on
from korpu_partners.tables import Table


class Depending(Table, table=True):
    """A mobility or a visit as it was last heard of, and the agreements that it rests on."""

    __tablename__ = "depending"
    __table_args__ = (index_into("depending_agreement_ids", "agreement_ids"),)

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    kind: str
    status: str
    agreement_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))


SEPTEMBER = 9
OVER = {
    "mobility": frozenset(
        {"closed", "recognised", "cancelled", "rejected", "declined", "not_shown", "returned_early", "lapsed"}
    ),
    "visit": frozenset({"completed", "reported", "closed", "cancelled", "declined"}),
}


async def keep(kind: str, id: UUID, version: int, status: str, agreement_ids: list[UUID], uow: UnitOfWork) -> None:
    """Keep what was last heard of a mobility or a visit; an older message changes nothing."""
    heard = {"version": version, "kind": kind, "status": status, "agreement_ids": agreement_ids}
    await uow.session.execute(
        insert(Depending)
        .values(id=id, **heard)
        .on_conflict_do_update(index_elements=[col(Depending.id)], set_=heard, where=col(Depending.version) < version)
    )


async def dependents_of(agreement: Agreement, uow: UnitOfWork) -> list[Dependent]:
    """All that would be touched if the agreement rested or ended now."""
    heard = await uow.find(Depending, col(Depending.agreement_ids).op("&&")([agreement.id]))
    going_on = [each for each in heard if each.status not in OVER[each.kind]]
    successors = await uow.find(
        Agreement, col(Agreement.predecessor_id) == agreement.id, col(Agreement.status).in_(UNSIGNED)
    )
    return [
        *(Dependent(kind=_kind(each), id=each.id, status=each.status) for each in going_on),
        *(Dependent(kind="agreement", id=each.id, status=each.status) for each in successors),
        *await _resting_on(agreement, uow),
        *_promised(agreement, uow.today),
    ]


async def _resting_on(agreement: Agreement, uow: UnitOfWork) -> list[Dependent]:
    """Joint projects and publications of this service that rest on it and are not over."""
    projects = await projects_resting_on(agreement.id, uow)
    publications = await publications_resting_on(agreement.id, uow)
    return [
        *(Dependent(kind="joint_project", id=id, status=status) for id, status in projects),
        *(Dependent(kind="publication", id=id, status=status) for id, status in publications),
    ]


def _promised(agreement: Agreement, today: date) -> list[Dependent]:
    """Seats of this academic year or later, and obligations that are not due yet."""
    year = today.year if today.month >= SEPTEMBER else today.year - 1
    seats = [each for each in agreement.conditions if int(each.last_year[:4]) >= year and each.people_per_year]
    owed = [each for each in agreement.obligations if each.due is None or each.due >= today]
    return [
        *(
            Dependent(kind="seats", id=each.id, status=f"{each.people_per_year} until {each.last_year}")
            for each in seats
        ),
        *(Dependent(kind="obligation", id=each.id, status=f"due {each.due}" if each.due else "open") for each in owed),
    ]


def _kind(heard: Depending) -> Literal["mobility", "visit"]:
    return "visit" if heard.kind == "visit" else "mobility"

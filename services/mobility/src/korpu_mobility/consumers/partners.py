"""What mobility hears from partners: which agreements open which seats, and which organisations are active.

What we know is what was said last, moments ago or, after a pause, long ago: `mobilities.domain.seats` says what happens
when a seat was promised meanwhile that is gone.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_chassis.runtime.newest import remember
from korpu_documents.papers.organisation_names import HeardName
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.opportunities.interface import weigh_opportunities_of


class OrganisationHeard(ConsumedState):
    """Of an organisation we need to know whether one can work with it, or with which other one now, and its names."""

    status: str
    merged_into: UUID | None = None
    names: tuple[HeardName, ...] = ()


class SideHeard(ConsumedState):
    """One end of a direction; without an organisation it is our university."""

    organisation_id: UUID | None = None
    unit: str | None = None


class ConditionHeard(ConsumedState):
    """The seats of a condition, and whom they are for."""

    id: UUID
    sender: SideHeard = Field(validation_alias="from")
    receiver: SideHeard = Field(validation_alias="to")
    kind: str
    first_year: str | None = None
    last_year: str | None = None
    people_per_year: int = 0
    months_per_year: int | None = None
    days_per_year: int | None = None
    isced: tuple[str, ...] = ()
    eqf: tuple[int, ...] = ()
    language: str | None = None
    cefr: str | None = None


class RenewalHeard(ConsumedState):
    """How an agreement goes on after its last day."""

    mode: str | None = None


class TerminationHeard(ConsumedState):
    """Notice that an agreement ends early."""

    effective: date


class NonRenewalHeard(ConsumedState):
    """Notice that an agreement does not go on after its last day."""

    on: date


class AgreementHeard(ConsumedState):
    """Of an agreement we need its status, its conditions, and until when it binds."""

    code: str
    status: str
    correlation_id: UUID
    conditions: tuple[ConditionHeard, ...] = ()
    ends: date | None = None
    renewal: RenewalHeard | None = None
    renews_on: date | None = None
    non_renewal: NonRenewalHeard | None = None
    termination: TerminationHeard | None = None

    @property
    def standing(self) -> dict[str, Any]:
        """What every row of its seats keeps of the agreement itself."""
        automatic = self.renewal is not None and self.renewal.mode == "automatic" and self.non_renewal is None
        return {
            "agreement_status": self.status,
            "agreement_ends": self.ends,
            "agreement_terminates_on": self.termination.effective if self.termination else None,
            "agreement_goes_on": self.renews_on is not None or automatic,
        }


@consumes("partners.organisations.v1", OrganisationHeard, keeps=KnownOrganisation)
async def organisation_changed(message: Message[OrganisationHeard], uow: UnitOfWork) -> None:
    """Remember how an organisation stands, and what rests on it."""
    if await remember(KnownOrganisation, message, uow):
        await weigh_opportunities_of(message.id, uow)


@consumes("partners.agreements.v1", AgreementHeard, keeps=KnownAgreement)
async def agreement_changed(message: Message[AgreementHeard], uow: UnitOfWork) -> None:
    """Remember an agreement's seats, and put right what depends on them: offers, the line, stays at risk."""
    if not await remember(KnownAgreement, message, uow):
        return
    for seats in await _seats_of(message.id, message.state, uow):
        for academic_year in await waiting_list.years_of(seats, uow):
            await waiting_list.put_right(seats, academic_year, uow)
    await weigh_opportunities_of(message.id, uow)


async def _seats_of(agreement_id: UUID, heard: AgreementHeard, uow: UnitOfWork) -> Iterable[Seats]:
    """Every row of seats of the agreement, taken and as it was heard; conditions that are gone keep no seat."""
    of_it = select(Seats).where(col(Seats.agreement_id) == agreement_id).order_by(col(Seats.condition_id))
    rows = {row.condition_id: row for row in await uow.session.scalars(of_it.with_for_update())}
    for row in rows.values():
        for name, value in {**heard.standing, "people_per_year": 0}.items():
            setattr(row, name, value)
    for condition in heard.conditions:
        rows[condition.id] = await _as_heard(agreement_id, heard, condition, uow)
    await uow.session.flush()
    return rows.values()


async def _as_heard(agreement_id: UUID, heard: AgreementHeard, condition: ConditionHeard, uow: UnitOfWork) -> Seats:
    seats = Seats(
        condition_id=condition.id,
        agreement_id=agreement_id,
        sender_id=condition.sender.organisation_id,
        sender_unit=condition.sender.unit,
        receiver_id=condition.receiver.organisation_id,
        receiver_unit=condition.receiver.unit,
        **heard.standing,
        **condition.model_dump(exclude={"id", "sender", "receiver"}),
    )
    return await uow.session.merge(seats)

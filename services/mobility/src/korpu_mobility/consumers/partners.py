"""What mobility hears from partners: which agreements open which seats, and which organisations are active.

What we know is what was said last, moments ago or, after a pause, long ago: `mobilities.domain.seats` says what happens
when a seat was promised meanwhile that is gone.
"""

from collections.abc import Iterable
from uuid import UUID

from pydantic import Field
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.mobilities.policies import waiting_list


class OrganisationHeard(ConsumedState):
    """Of an organisation we need to know whether one can work with it, or with which other one now."""

    status: str
    merged_into: UUID | None = None


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


class AgreementHeard(ConsumedState):
    """Of an agreement we need its status and its conditions."""

    code: str
    status: str
    correlation_id: UUID
    conditions: tuple[ConditionHeard, ...] = ()


@consumes("partners.organisations.v1", OrganisationHeard, keeps=KnownOrganisation)
async def organisation_changed(message: Message[OrganisationHeard], uow: UnitOfWork) -> None:
    """Remember how an organisation stands."""
    known = await uow.session.get(KnownOrganisation, message.id)
    if known is not None and known.version >= message.order:
        return
    heard = KnownOrganisation(id=message.id, version=message.order, **message.state.model_dump())
    await uow.session.merge(heard)


@consumes("partners.agreements.v1", AgreementHeard, keeps=KnownAgreement)
async def agreement_changed(message: Message[AgreementHeard], uow: UnitOfWork) -> None:
    """Remember an agreement's seats, and put right what depends on them: offers, the line, stays at risk."""
    known = await uow.session.get(KnownAgreement, message.id)
    if known is not None and known.version >= message.order:
        return
    heard = message.state
    agreement = KnownAgreement(
        id=message.id,
        version=message.order,
        code=heard.code,
        status=heard.status,
        correlation_id=heard.correlation_id,
    )
    await uow.session.merge(agreement)
    for seats in await _seats_of(message.id, heard, uow):
        for academic_year in await waiting_list.years_of(seats, uow):
            await waiting_list.put_right(seats, academic_year, uow)


async def _seats_of(agreement_id: UUID, heard: AgreementHeard, uow: UnitOfWork) -> Iterable[Seats]:
    """Every row of seats of the agreement, taken and as it was heard; conditions that are gone keep no seat."""
    of_it = select(Seats).where(col(Seats.agreement_id) == agreement_id).order_by(col(Seats.condition_id))
    rows = {row.condition_id: row for row in await uow.session.scalars(of_it.with_for_update())}
    for row in rows.values():
        row.agreement_status, row.people_per_year = heard.status, 0
    for condition in heard.conditions:
        rows[condition.id] = await _as_heard(agreement_id, heard.status, condition, uow)
    await uow.session.flush()
    return rows.values()


async def _as_heard(agreement_id: UUID, status: str, condition: ConditionHeard, uow: UnitOfWork) -> Seats:
    seats = Seats(
        condition_id=condition.id,
        agreement_id=agreement_id,
        agreement_status=status,
        sender_id=condition.sender.organisation_id,
        sender_unit=condition.sender.unit,
        receiver_id=condition.receiver.organisation_id,
        receiver_unit=condition.receiver.unit,
        **condition.model_dump(exclude={"id", "sender", "receiver"}),
    )
    return await uow.session.merge(seats)

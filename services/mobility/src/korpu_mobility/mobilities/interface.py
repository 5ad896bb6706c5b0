"""What mobility's other aggregates may ask of stays: ids come in, values go out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.mobilities.domain.lifecycle import (
    BEFORE_ARRIVAL,
    NOT_BEGUN,
    STAYED,
    UNDER_WAY,
    Cause,
    Direction,
    Funding,
    Status,
)
from korpu_mobility.mobilities.domain.seats import OPEN, taken
from korpu_mobility.mobilities.facts import MobilityAgreed
from korpu_mobility.mobilities.inputs import NominatePerson
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.cancellation import give_up
from korpu_mobility.mobilities.policies.files import forget_files
from korpu_mobility.mobilities.policies.nomination import nominate
from korpu_mobility.mobilities.refusals.agreement_end import AGREEMENT_END_REFUSALS
from korpu_mobility.mobilities.refusals.days import DatesReversed, StaysOverlap
from korpu_mobility.mobilities.refusals.eligibility import INELIGIBLE
from korpu_mobility.mobilities.refusals.seats import AgreementNotInForce, ConditionUnknown, NoSeatLeft, PartnerNotActive
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import PERSON_REFUSALS

__all__ = ["Funding", "NoSeatLeft", "NominatePerson"]

NOMINATION_REFUSALS = (
    DatesReversed,
    *PERSON_REFUSALS,
    ConditionUnknown,
    AgreementNotInForce,
    PartnerNotActive,
    *INELIGIBLE,
    StaysOverlap,
    *AGREEMENT_END_REFUSALS,
    NoSeatLeft,
)
"""Why somebody is not nominated."""


class Stay(NamedTuple):
    """A stay as other aggregates know it."""

    id: UUID
    code: str
    status: str
    person_id: UUID
    unit: str | None
    audience: str
    direction: str
    sender_id: UUID | None
    receiver_id: UUID | None
    academic_year: str
    correlation_id: UUID


@dataclass(frozen=True)
class StayOnPaper:
    """A stay as papers tell of it."""

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    person_id: UUID
    direction: str
    kind: str
    field: str
    level: int
    sender_id: UUID | None
    receiver_id: UUID | None
    academic_year: str
    term: str | None
    planned_from: date
    planned_to: date
    actual_from: date | None
    actual_to: date | None


async def seats_left(condition_id: UUID, academic_year: str, uow: UnitOfWork) -> int:
    """How many seats of a condition nobody has in a year; none while somebody waits, or the agreement is not open."""
    seats = await waiting_list.take_seats(condition_id, uow)
    if seats is None or seats.agreement_status not in OPEN:
        return 0
    places = await waiting_list.places_of(seats, academic_year, uow)
    if any(each.status == Status.WAITLISTED for each in places):
        return 0
    return max(0, waiting_list.number_in(seats, academic_year) - taken(places))


async def nominate_awarded(
    nominee: NominatePerson, languages: Mapping[str, str], correlation_id: UUID, uow: UnitOfWork
) -> UUID:
    """Nominate somebody who was given a place, in the story of that place; or the refusal that says why not.

    Of the languages that the person knows that one counts which the condition asks for.
    """
    seats = await waiting_list.take_seats(nominee.condition_id, uow)
    if seats is not None and seats.language:
        nominee = nominee.model_copy(update={"language_level": languages.get(seats.language)})
    uow.correlation_id = correlation_id
    return (await nominate(nominee, uow)).id


async def stay_on_paper(mobility_id: UUID, uow: UnitOfWork) -> StayOnPaper:
    """The stay as it stands now; nobody is kept from changing it."""
    stay = await uow.session.get(Mobility, mobility_id)
    if stay is None:
        raise NotFound("mobility_id")
    return _on_paper(stay)


async def hold_stay_version(mobility_id: UUID, uow: UnitOfWork) -> int:
    """The version of a stay that nobody changes until the transaction ends."""
    return await uow.hold(Mobility, mobility_id)


async def nominated_to(
    organisation_id: UUID, academic_year: str, term: str | None, uow: UnitOfWork, *, hold: bool = False
) -> list[StayOnPaper]:
    """Our people who are nominated to a partner for a year or a term of it, and have not begun, by number."""
    wanted = select(Mobility).where(
        col(Mobility.receiver_id) == organisation_id,
        col(Mobility.academic_year) == academic_year,
        col(Mobility.direction) == Direction.OUTGOING,
        col(Mobility.status).in_(BEFORE_ARRIVAL),
        *([col(Mobility.term) == term] if term else []),
    )
    ordered = wanted.order_by(col(Mobility.id)).execution_options(populate_existing=True)
    found = await uow.session.scalars(ordered.with_for_update(read=True, key_share=True) if hold else ordered)
    return sorted((_on_paper(each) for each in found), key=lambda stay: stay.code)


def _on_paper(stay: Mobility) -> StayOnPaper:
    return StayOnPaper(**{each.name: getattr(stay, each.name) for each in fields(StayOnPaper)})


def holding_stay(mobility_id: Any) -> Executable:
    """The statement that takes a stay before what hangs on it."""
    return select(col(Mobility.id)).where(col(Mobility.id) == mobility_id).with_for_update()


async def hold_stay(mobility_id: UUID, uow: UnitOfWork) -> Stay:
    """The stay as it is until the transaction ends: nobody cancels it meanwhile."""
    stay = await uow.lock(Mobility, mobility_id, path="mobility_id")
    return Stay(*(getattr(stay, name) for name in Stay._fields))


async def agree_stay(mobility_id: UUID, uow: UnitOfWork) -> None:
    """Person, sender and receiver have signed what is studied: an accepted stay is agreed."""
    stay = await uow.lock(Mobility, mobility_id, path=None)
    if stay.status == Status.ACCEPTED:
        stay.status = Status.AGREED
        await uow.emit(stay, MobilityAgreed(on=uow.today))


async def last_day_abroad(person_id: UUID, uow: UnitOfWork) -> date | None:
    """The last day of all stays that a person has or had, if there is one."""
    stays = await _stays_of(person_id, uow)
    return max((stay.span.last for stay in stays if stay.status in (*UNDER_WAY, *STAYED)), default=None)


async def forget_stays(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Cancel a person's stays that have not begun, and forget words and papers of all of them; gives the ids of all."""
    stays = await _stays_of(person_id, uow)
    for stay in stays:
        if (taken := await uow.take(Mobility, stay.id)).status in NOT_BEGUN:
            await give_up(taken, Cause.ERASED, None, uow)
    for stay in stays:
        stay.reason = stay.language_level = stay.insurance = stay.emergency_contact = None
        await forget_files(stay, uow)
    return [stay.id for stay in stays]


async def _stays_of(person_id: UUID, uow: UnitOfWork) -> list[Mobility]:
    """In one order, so that they are always taken in it."""
    return sorted(await uow.find(Mobility, col(Mobility.person_id) == person_id), key=lambda stay: stay.id)

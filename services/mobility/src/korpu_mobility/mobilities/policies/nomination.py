"""Who is put forward for which seat, and what must be so for that."""

from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.mobilities.domain.dates import days_agreed, days_of, outside_year
from korpu_mobility.mobilities.domain.eligibility import Nominee
from korpu_mobility.mobilities.domain.lifecycle import Audience, Direction
from korpu_mobility.mobilities.domain.seats import OPEN
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.refusals import (
    AgreementNotInForce,
    ConsentMissing,
    DatesOutsideYear,
    LengthExceeded,
    PartnerNotActive,
)
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.domain.consents import Purpose, consents_to
from korpu_mobility.people.domain.lifecycle import Kind, Status
from korpu_mobility.people.refusals import PersonErasedAlready
from korpu_mobility.people.tables import Person

CLOSED_TO_US = ("suspended", "archived")


async def take_person(person_id: UUID, unit: str | None, uow: UnitOfWork) -> Person:
    """Take the person's row, so that two stays of one person are weighed one after the other."""
    person = await uow.lock(Person, person_id, path="person_id")
    if unit and unit != person.unit:
        raise NotFound("person_id")
    if person.status == Status.ERASED:
        raise PersonErasedAlready("person_id")
    return person


async def seats_are_open(condition: Seats, uow: UnitOfWork) -> None:
    """Seats are filled while their agreement is in force and the partner is not suspended or archived."""
    if condition.agreement_status not in OPEN:
        raise AgreementNotInForce("condition_id", agreement_status=condition.agreement_status)
    partner = await _going_on(condition.partner_id, uow)
    if partner is not None and partner.status in CLOSED_TO_US:
        raise PartnerNotActive("condition_id", partner_status=partner.status)


async def _going_on(partner_id: UUID | None, uow: UnitOfWork) -> KnownOrganisation | None:
    """The partner, or the one that it was merged into: that one's standing counts for both."""
    seen: set[UUID] = set()
    partner = None
    while partner_id and partner_id not in seen:
        seen.add(partner_id)
        partner = await uow.session.get(KnownOrganisation, partner_id)
        partner_id = partner.merged_into if partner else None
    return partner


def stay_of(person: Person, condition: Seats, given: dict[str, Any]) -> Mobility:
    """The stay as it would be: who sends, who receives and in which direction follows from the condition."""
    sides = {"agreement_id", "sender_id", "sender_unit", "receiver_id", "receiver_unit", "kind"}
    return Mobility(
        **given,
        **condition.model_dump(include=sides),
        unit=person.unit or condition.wanted.unit,
        direction=Direction.OUTGOING if condition.outgoing else Direction.INCOMING,
        audience=Audience.STAFF if person.kind == Kind.STAFF else Audience.STUDENT,
    )


def nominee_of(mobility: Mobility) -> Nominee:
    """What counts about the person for the condition's rules."""
    return Nominee(
        audience=mobility.audience,
        academic_year=mobility.academic_year,
        level=mobility.level,
        field=mobility.field,
        language_level=mobility.language_level,
        unit=mobility.unit,
    )


def mind_dates(mobility: Mobility, uow: UnitOfWork) -> None:
    """Warn of days outside the academic year of the seat."""
    if outside_year(mobility.academic_year, mobility.planned_from, mobility.planned_to):
        uow.warn(DatesOutsideYear("planned_from", academic_year=mobility.academic_year))


async def mind_length(mobility: Mobility, condition: Seats, uow: UnitOfWork) -> None:
    """Warn when all stays of the year together grow longer than the condition provides for."""
    agreed = days_agreed(condition.months_per_year, condition.days_per_year)
    planned = await waiting_list.days_on(condition, mobility.academic_year, uow) + days_of(
        mobility.planned_from, mobility.planned_to
    )
    if agreed is not None and planned > agreed:
        uow.warn(LengthExceeded("planned_to", planned=planned, agreed=agreed))


def mind_consent(person: Person, uow: UnitOfWork) -> None:
    """Warn when the host may not have the person's data yet."""
    if not consents_to(Purpose.SHARE_WITH_HOST, person.consents, uow.today):
        uow.warn(ConsentMissing("person_id"))


async def tell_on(condition: Seats, uow: UnitOfWork) -> None:
    """A seat continues the story of its agreement, unless the caller tells another."""
    agreement = await uow.session.get(KnownAgreement, condition.agreement_id)
    if agreement is not None:
        uow.correlation_id = uow.correlation_id or agreement.correlation_id

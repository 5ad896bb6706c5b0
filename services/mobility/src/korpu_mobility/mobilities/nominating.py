"""Nominating people to seats: eligibility, overlap, the last seat, and the line."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlmodel import col

from korpu_chassis.codes import AcademicYear, Cefr, Day, Eqf, IscedF, Term, Text
from korpu_chassis.commands import Creates
from korpu_chassis.refusals import NotFound
from korpu_chassis.work import Work
from korpu_mobility.inbox.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.mobilities import eligibility, line, overlap, seats
from korpu_mobility.mobilities.lifecycle import (
    STAYED,
    UNDER_WAY,
    Audience,
    Direction,
    Funding,
    Status,
    in_order,
    outside_year,
)
from korpu_mobility.mobilities.messages import MobilityNominated, MobilityWaitlisted
from korpu_mobility.mobilities.overlap import Span
from korpu_mobility.mobilities.refusals import (
    AgreementNotInForce,
    AudienceNotEligible,
    ConditionUnknown,
    ConsentMissing,
    DatesOutsideYear,
    DatesReversed,
    FieldNotEligible,
    LanguageTooLow,
    LevelNotEligible,
    NoSeatLeft,
    PartnerNotActive,
    StaysOverlap,
    UnitNotEligible,
    YearNotCovered,
)
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.lifecycle import Kind, PersonErasedAlready, Purpose, consents_to
from korpu_mobility.people.lifecycle import Status as PersonStatus
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import DESK

CLOSED_TO_US = ("suspended", "archived")
ELIGIBILITY = (
    YearNotCovered,
    AudienceNotEligible,
    UnitNotEligible,
    LevelNotEligible,
    FieldNotEligible,
    LanguageTooLow,
)


class NominatePerson(Creates):
    """A person is put forward for a seat; who sends and who receives follows from the condition."""

    person_id: UUID
    condition_id: Annotated[UUID, Field(description="The condition of an agreement that gives the seat.")]
    unit: Annotated[Text | None, Field(max_length=100, description="The person's unit; coordinators name it.")] = None
    academic_year: AcademicYear
    term: Term | None = None
    planned_from: Day
    planned_to: Day
    level: Annotated[Eqf, Field(description="The level of the studies, EQF.")]
    field: Annotated[IscedF, Field(description="The field of study, ISCED-F 2013.")]
    language_level: Annotated[Cefr | None, Field(description="Shown in the condition's language.")] = None
    funding: Funding = Funding.NONE
    wait: Annotated[bool, Field(description="Stand in line if no seat is left; otherwise that is refused.")] = True


@mobilities.creates(
    who=DESK,
    to=[Status.NOMINATED, Status.WAITLISTED],
    says=[MobilityNominated, MobilityWaitlisted],
    refuses=[
        DatesReversed,
        PersonErasedAlready,
        ConditionUnknown,
        AgreementNotInForce,
        PartnerNotActive,
        *ELIGIBILITY,
        StaysOverlap,
        NoSeatLeft,
    ],
)
async def nominate_person(command: NominatePerson, work: Work) -> Mobility:
    """Nominate a person to a seat; when all are taken, the person stands in line."""
    in_order(command.planned_from, command.planned_to, "planned_to")
    person = await _person(command, work)
    condition = await line.take_seats(command.condition_id, work)
    if condition is None:
        raise ConditionUnknown("condition_id")
    await _open(condition, work)
    mobility = _stay(command, person, condition)
    eligibility.fits(_nominee(mobility, person, condition), condition.wanted)
    await no_overlap(mobility, work)
    _mind(command, person, work)
    await _belongs_to_story(condition, work)
    return await _take_seat_or_wait(mobility, command, condition, work)


async def no_overlap(mobility: Mobility, work: Work) -> None:
    """Refuse a stay that touches another of the same person; the person's row is taken, so nothing slips between."""
    others = await work.find(
        Mobility,
        col(Mobility.person_id) == mobility.person_id,
        col(Mobility.id) != mobility.id,
        col(Mobility.status).in_((*UNDER_WAY, *STAYED)),
    )
    overlap.free(mobility.span, _spans(others))


def _spans(stays: Iterable[Mobility]) -> Iterable[Span]:
    return (stay.span for stay in stays)


async def _person(command: NominatePerson, work: Work) -> Person:
    person = await work.lock(Person, command.person_id, path="person_id")
    if command.unit and command.unit != person.unit:
        raise NotFound("person_id")
    if person.status == PersonStatus.ERASED:
        raise PersonErasedAlready("person_id")
    return person


async def _open(condition: Seats, work: Work) -> None:
    if condition.agreement_status not in seats.OPEN:
        raise AgreementNotInForce("condition_id", agreement_status=condition.agreement_status)
    partner = await work.session.get(KnownOrganisation, condition.partner_id) if condition.partner_id else None
    if partner is not None and partner.status in CLOSED_TO_US:
        raise PartnerNotActive("condition_id", partner_status=partner.status)


def _stay(command: NominatePerson, person: Person, condition: Seats) -> Mobility:
    return Mobility(
        **command.model_dump(exclude={"idempotency_key", "unit", "wait"}),
        **condition.model_dump(
            include={"agreement_id", "sender_id", "sender_unit", "receiver_id", "receiver_unit", "kind"}
        ),
        unit=person.unit or condition.wanted.unit,
        direction=Direction.OUTGOING if condition.outgoing else Direction.INCOMING,
        audience=Audience.STAFF if person.kind == Kind.STAFF else Audience.STUDENT,
    )


def _nominee(mobility: Mobility, person: Person, condition: Seats) -> eligibility.Nominee:
    return eligibility.Nominee(
        audience=mobility.audience,
        academic_year=mobility.academic_year,
        level=mobility.level,
        field=mobility.field,
        language_level=mobility.language_level,
        unit=person.unit or condition.wanted.unit,
    )


def _mind(command: NominatePerson, person: Person, work: Work) -> None:
    if outside_year(command.academic_year, command.planned_from, command.planned_to):
        work.warn(DatesOutsideYear("planned_from", academic_year=command.academic_year))
    if not consents_to(Purpose.SHARE_WITH_HOST, person.consents, work.today):
        work.warn(ConsentMissing("person_id"))


async def _belongs_to_story(condition: Seats, work: Work) -> None:
    """A seat continues the story of its agreement, unless the caller tells another."""
    agreement = await work.session.get(KnownAgreement, condition.agreement_id)
    if agreement is not None:
        work.correlation_id = work.correlation_id or agreement.correlation_id


async def _take_seat_or_wait(mobility: Mobility, command: NominatePerson, condition: Seats, work: Work) -> Mobility:
    places = await line.places_of(condition, mobility.academic_year, work)
    waiting = sum(place.status == Status.WAITLISTED for place in places)
    full = waiting > 0 or seats.taken(places) >= condition.people_per_year
    if full and not command.wait:
        raise NoSeatLeft("condition_id", seats=condition.people_per_year)
    mobility.code = f"MOB-{work.today.year}-{await work.number(f'MOB-{work.today.year}'):04}"
    if full:
        mobility.status, mobility.waiting = Status.WAITLISTED, waiting + 1
        await work.say(mobility, MobilityWaitlisted(position=waiting + 1))
    else:
        mobility.status, mobility.seated_at = Status.NOMINATED, work.now
        await work.say(mobility, MobilityNominated())
    return mobility

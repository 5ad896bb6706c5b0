"""Nominating people to seats: eligibility, overlap, the last seat, and the line."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear, Cefr, Day, Eqf, IscedF, Term, Text
from korpu_mobility.inbox.tables import Seats
from korpu_mobility.mobilities import candidacy, eligibility, line, seats
from korpu_mobility.mobilities.apart import no_overlap
from korpu_mobility.mobilities.dates import DatesReversed, in_order
from korpu_mobility.mobilities.ineligible import INELIGIBLE
from korpu_mobility.mobilities.lifecycle import Funding, Status
from korpu_mobility.mobilities.messages import MobilityNominated, MobilityWaitlisted
from korpu_mobility.mobilities.refusals import (
    AgreementNotInForce,
    ConditionUnknown,
    NoSeatLeft,
    PartnerNotActive,
    StaysOverlap,
)
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.lifecycle import PersonErasedAlready
from korpu_mobility.roles import DESK


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
    emits=[MobilityNominated, MobilityWaitlisted],
    refuses=[
        DatesReversed,
        PersonErasedAlready,
        ConditionUnknown,
        AgreementNotInForce,
        PartnerNotActive,
        *INELIGIBLE,
        StaysOverlap,
        NoSeatLeft,
    ],
)
async def nominate_person(command: NominatePerson, uow: UnitOfWork) -> Mobility:
    """Nominate a person to a seat; when all are taken, the person stands in line."""
    in_order(command.planned_from, command.planned_to, "planned_to")
    person = await candidacy.take_person(command.person_id, command.unit, uow)
    condition = await line.take_seats(command.condition_id, uow)
    if condition is None:
        raise ConditionUnknown("condition_id")
    await candidacy.seats_are_open(condition, uow)
    mobility = candidacy.stay_of(person, condition, command.model_dump(exclude={"idempotency_key", "unit", "wait"}))
    eligibility.fits(candidacy.nominee_of(mobility), condition.wanted)
    await no_overlap(mobility, uow)
    candidacy.mind_dates(mobility, uow)
    await candidacy.mind_length(mobility, condition, uow)
    candidacy.mind_consent(person, uow)
    await candidacy.tell_on(condition, uow)
    await _take_seat_or_wait(mobility, condition, wait=command.wait, uow=uow)
    return mobility


async def _take_seat_or_wait(mobility: Mobility, condition: Seats, *, wait: bool, uow: UnitOfWork) -> None:
    places = await line.places_of(condition, mobility.academic_year, uow)
    waiting = sum(place.status == Status.WAITLISTED for place in places)
    full = waiting > 0 or seats.taken(places) >= condition.people_per_year
    if full and not wait:
        raise NoSeatLeft("condition_id", seats=condition.people_per_year)
    mobility.code = f"MOB-{uow.today.year}-{await uow.number(f'MOB-{uow.today.year}'):04}"
    if full:
        mobility.status, mobility.waiting = Status.WAITLISTED, waiting + 1
        await uow.emit(mobility, MobilityWaitlisted(position=waiting + 1))
    else:
        mobility.status, mobility.seated_at = Status.NOMINATED, uow.now
        await uow.emit(mobility, MobilityNominated())

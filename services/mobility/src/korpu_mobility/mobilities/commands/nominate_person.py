"""`NominatePerson`: nominate a person to a seat; when all are taken, the person stands in line."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear, Cefr, Day, Eqf, IscedF, Term, Text
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain import eligibility
from korpu_mobility.mobilities.domain.dates import in_order
from korpu_mobility.mobilities.domain.lifecycle import Funding, Status
from korpu_mobility.mobilities.facts import MobilityNominated, MobilityWaitlisted
from korpu_mobility.mobilities.policies import nomination, waiting_list
from korpu_mobility.mobilities.policies.overlap import no_overlap
from korpu_mobility.mobilities.policies.seating import take_seat_or_wait
from korpu_mobility.mobilities.refusals import (
    INELIGIBLE,
    AgreementNotInForce,
    ConditionUnknown,
    DatesReversed,
    NoSeatLeft,
    PartnerNotActive,
    StaysOverlap,
)
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.refusals import PersonErasedAlready
from korpu_mobility.permissions import DESK


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
    person = await nomination.take_person(command.person_id, command.unit, uow)
    condition = await waiting_list.take_seats(command.condition_id, uow)
    if condition is None:
        raise ConditionUnknown("condition_id")
    await nomination.seats_are_open(condition, uow)
    mobility = nomination.stay_of(person, condition, command.model_dump(exclude={"idempotency_key", "unit", "wait"}))
    eligibility.fits(nomination.nominee_of(mobility), condition.wanted)
    await no_overlap(mobility, uow)
    nomination.mind_dates(mobility, uow)
    await nomination.mind_length(mobility, condition, uow)
    nomination.mind_consent(person, uow)
    await nomination.tell_on(condition, uow)
    await take_seat_or_wait(mobility, condition, wait=command.wait, uow=uow)
    return mobility

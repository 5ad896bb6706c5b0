"""`DraftTrip`: write down a trip that somebody plans."""

from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Level, PurposeKind, Status
from korpu_mobility.trips.domain.route import require_route
from korpu_mobility.trips.facts import TripDrafted
from korpu_mobility.trips.inputs import Companions, Cover, Justification, Letter, Organisation, Purpose, Unit, Way
from korpu_mobility.trips.policies.country_risk import weigh_risk
from korpu_mobility.trips.policies.links import require_known
from korpu_mobility.trips.policies.travellers import require_own_unit, take_travellers
from korpu_mobility.trips.refusals.planning import (
    CompanionTwice,
    LegBeforeLast,
    LegReversed,
    LinkUnknown,
    NotAbroad,
    RouteBroken,
    TravellerUnknown,
)
from korpu_mobility.trips.tables import Trip


class DraftTrip(Creates):
    """A member of staff is to travel abroad; the days follow from the legs."""

    person_id: UUID
    unit: Unit = None
    companion_ids: Companions = ()
    level: Level = Level.EMPLOYEE
    purpose_kind: PurposeKind
    purpose: Purpose
    organisation_id: Organisation = None
    agreement_id: UUID | None = None
    visit_id: UUID | None = None
    project_id: UUID | None = None
    letter_id: Letter = None
    cover_id: Cover = None
    justification: Justification = None
    legs: Way


@trips.creates(
    who=(*DESK, THE_PERSON),
    to=[Status.DRAFT],
    emits=[TripDrafted],
    refuses=[
        CompanionTwice,
        TravellerUnknown,
        LegReversed,
        LegBeforeLast,
        RouteBroken,
        NotAbroad,
        LinkUnknown,
    ],
)
async def draft_trip(command: DraftTrip, uow: UnitOfWork) -> Trip:
    """Write down a trip that somebody plans; nothing is asked for yet."""
    require_route(command.legs)
    traveller = await take_travellers(command.person_id, command.companion_ids, command.cover_id, uow)
    require_own_unit(traveller, command.unit)
    given = command.model_dump(exclude={"idempotency_key", "unit", "legs"})
    trip = Trip(**given, unit=traveller.unit, status=Status.DRAFT)
    trip.goes_along(command.legs)
    weigh_risk(trip, uow.today)
    await require_known(trip, uow)
    trip.code = f"TRP-{uow.today.year}-{await uow.number(f'TRP-{uow.today.year}'):04}"
    await uow.emit(trip, TripDrafted())
    return trip

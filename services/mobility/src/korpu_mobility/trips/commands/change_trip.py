"""`ChangeTrip`: change the plan of a trip that nobody has to decide on yet."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import OPEN, Level, PurposeKind
from korpu_mobility.trips.domain.route import require_route
from korpu_mobility.trips.facts import TripChanged
from korpu_mobility.trips.inputs import MOST_COMPANIONS, MOST_LEGS, Justification, Letter, Organisation, Purpose
from korpu_mobility.trips.parts import Leg
from korpu_mobility.trips.policies.allowance import reckon_allowance
from korpu_mobility.trips.policies.country_risk import weigh_risk
from korpu_mobility.trips.policies.links import require_known
from korpu_mobility.trips.policies.travellers import take_travellers
from korpu_mobility.trips.refusals.money import LegsTooFew, RateUnknown
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


class ChangeTrip(Corrects):
    """What is given replaces what was planned; what is left out stays. Who travels is another trip."""

    companion_ids: Annotated[tuple[UUID, ...] | None, Field(max_length=MOST_COMPANIONS)] = None
    level: Level | None = None
    purpose_kind: PurposeKind | None = None
    purpose: Purpose | None = None
    organisation_id: Organisation = None
    agreement_id: UUID | None = None
    visit_id: UUID | None = None
    project_id: UUID | None = None
    letter_id: Letter = None
    cover_id: UUID | None = None
    justification: Justification = None
    legs: Annotated[tuple[Leg, ...] | None, Field(min_length=1, max_length=MOST_LEGS)] = None


@trips.changes(
    who=(*DESK, THE_PERSON),
    when=OPEN,
    emits=[TripChanged],
    refuses=[
        CompanionTwice,
        TravellerUnknown,
        LegReversed,
        LegBeforeLast,
        RouteBroken,
        NotAbroad,
        LinkUnknown,
        LegsTooFew,
        RateUnknown,
    ],
)
async def change_trip(trip: Trip, command: ChangeTrip, uow: UnitOfWork) -> None:
    """Change the plan of a trip that nobody has to decide on yet."""
    if command.legs:
        require_route(command.legs)
        trip.goes_along(command.legs)
        reckon_allowance(trip)
        weigh_risk(trip, uow.today)
    for name in command.model_fields_set - {*Changes.model_fields, "legs"}:
        if (value := getattr(command, name)) is not None:
            setattr(trip, name, value)
    await take_travellers(trip.person_id, trip.companion_ids, trip.cover_id, uow)
    await require_known(trip, uow)
    await uow.emit(trip, TripChanged())

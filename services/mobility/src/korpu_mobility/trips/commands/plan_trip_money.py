"""`PlanTripMoney`: say what a trip costs, who pays, and whether a daily allowance is wanted."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import OPEN
from korpu_mobility.trips.facts import TripMoneyPlanned
from korpu_mobility.trips.inputs import MOST_LINES
from korpu_mobility.trips.money import FundingLine, Provided
from korpu_mobility.trips.policies.allowance import reckon_allowance
from korpu_mobility.trips.refusals.money import LegsTooFew, ProvidedReversed, RateUnknown
from korpu_mobility.trips.tables import Trip


class PlanTripMoney(Changes):
    """All lines at once; they replace what was planned before."""

    funding: Annotated[tuple[FundingLine, ...], Field(max_length=MOST_LINES)] = ()
    allowance: Annotated[bool, Field(description="Whether a daily allowance is wanted, by the rates of the nights.")]
    provided: Annotated[tuple[Provided, ...], Field(max_length=MOST_LINES, description="What the host gives.")] = ()


@trips.changes(
    who=(*DESK, THE_PERSON),
    when=OPEN,
    emits=[TripMoneyPlanned],
    refuses=[ProvidedReversed, LegsTooFew, RateUnknown],
)
async def plan_trip_money(trip: Trip, command: PlanTripMoney, uow: UnitOfWork) -> None:
    """Say what a trip costs, who pays, and whether a daily allowance is wanted; the owner shows it night by night."""
    for number, each in enumerate(command.provided):
        if each.last_night < each.first_night:
            raise ProvidedReversed(f"provided.{number}.last_night")
    trip.funding, trip.provided = command.funding, command.provided
    trip.allowance_wanted = command.allowance
    reckon_allowance(trip)
    await uow.emit(trip, TripMoneyPlanned())

"""`RecordTripAdvance`: write down what the traveller was paid before leaving."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Money, Personal
from korpu_mobility.permissions import FINANCE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripAdvancePaid
from korpu_mobility.trips.refusals.money import AdvanceInFuture
from korpu_mobility.trips.tables import Trip


class RecordTripAdvance(Changes):
    """Finance has paid; how much, those read who may read the money of a trip."""

    advance: Annotated[Money, Personal]
    on: Annotated[Day, Field(description="The day of the payment; not in the future.")]


@trips.changes(
    who=(FINANCE,),
    when=[Status.APPROVED],
    to=[Status.ADVANCE_PAID],
    emits=[TripAdvancePaid],
    refuses=[AdvanceInFuture],
)
async def record_trip_advance(trip: Trip, command: RecordTripAdvance, uow: UnitOfWork) -> None:
    """Write down what the traveller was paid before leaving."""
    if command.on > uow.today:
        raise AdvanceInFuture("on", on=command.on)
    trip.status, trip.advance, trip.advance_paid_on = Status.ADVANCE_PAID, command.advance, command.on
    await uow.emit(trip, TripAdvancePaid(on=command.on))

"""`CancelTrip`: call off a trip, at the latest while its days run."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, RECTORATE, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import NOT_BEGUN, Cause, GivenCause, Status
from korpu_mobility.trips.facts import TripCancelled
from korpu_mobility.trips.inputs import Reason
from korpu_mobility.trips.policies.cancellation import call_off
from korpu_mobility.trips.tables import Trip


class CancelTrip(Changes):
    """The trip does not take place."""

    cause: Annotated[GivenCause, Field(description="Published as a code; the reason stays with the traveller.")]
    reason: Reason


@trips.changes(
    who=(*DESK, RECTORATE, THE_PERSON),
    when=(*NOT_BEGUN, Status.TRAVELLING),
    to=[Status.CANCELLED],
    emits=[TripCancelled],
)
async def cancel_trip(trip: Trip, command: CancelTrip, uow: UnitOfWork) -> None:
    """Call off a trip that has not begun, or did not although its first day came; its days are free again."""
    await call_off(trip, Cause(command.cause), command.reason, uow)

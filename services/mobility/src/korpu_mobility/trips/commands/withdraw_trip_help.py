"""`WithdrawTripHelp`: tell a department that its help with a trip is not needed any more."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import HELPED
from korpu_mobility.trips.facts import TripHelpWithdrawn
from korpu_mobility.trips.policies.help import take_back
from korpu_mobility.trips.refusals.help import TripHelpSettled, TripHelpUnknown
from korpu_mobility.trips.tables import Trip


class WithdrawTripHelp(Changes):
    """Which request, and why."""

    request_id: UUID
    reason: Annotated[Text, Field(max_length=500)]


@trips.changes(
    who=(*DESK, THE_PERSON), when=HELPED, emits=[TripHelpWithdrawn], refuses=[TripHelpUnknown, TripHelpSettled]
)
async def withdraw_trip_help(trip: Trip, command: WithdrawTripHelp, uow: UnitOfWork) -> None:
    """Tell a department that its help with a trip is not needed any more."""
    await take_back(trip, command.request_id, command.reason, uow)

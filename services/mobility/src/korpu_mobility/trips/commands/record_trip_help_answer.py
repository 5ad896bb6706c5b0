"""`RecordTripHelpAnswer`: write down what a department answered outside the system."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.department_requests import HelpStatus
from korpu_mobility.permissions import OFFICE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import HELPED
from korpu_mobility.trips.facts import TripHelpAnswered
from korpu_mobility.trips.policies.help import settle
from korpu_mobility.trips.refusals.help import TripHelpNoWithoutReason, TripHelpSettled, TripHelpUnknown
from korpu_mobility.trips.tables import Trip


class RecordTripHelpAnswer(Changes):
    """What a department answered by telephone or on paper; a no says why."""

    request_id: UUID
    answer: Literal["accepted", "rejected", "done"]
    reason: Annotated[Text | None, Field(max_length=500)] = None


@trips.changes(
    who=OFFICE,
    when=HELPED,
    emits=[TripHelpAnswered],
    refuses=[TripHelpUnknown, TripHelpSettled, TripHelpNoWithoutReason],
)
async def record_trip_help_answer(trip: Trip, command: RecordTripHelpAnswer, uow: UnitOfWork) -> None:
    """Write down what a department answered outside the system."""
    await settle(trip, command.request_id, HelpStatus(command.answer), command.reason, uow)

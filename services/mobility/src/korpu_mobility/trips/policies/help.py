"""What a department answers to a request of a trip, by whichever way it came; and requests that nobody needs more."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.department_requests import STANDING, HelpStatus
from korpu_mobility.trips.domain.help import trip_help
from korpu_mobility.trips.facts import TripHelpAnswered, TripHelpWithdrawn
from korpu_mobility.trips.tables import Trip

NAMED = {"department", "help"}


async def settle(
    trip: Trip, request_id: UUID, answer: HelpStatus, reason: str | None, uow: UnitOfWork, *, version: int | None = None
) -> None:
    """Let a department's answer take effect; one that came on the topic has a version."""
    before = trip_help.request_of(trip.requests, request_id)
    trip.requests = trip_help.answered(trip.requests, request_id, answer, uow.today, reason, version)
    said = before.model_dump(include=NAMED)
    fact = TripHelpAnswered(request_id=request_id, answer=answer, before=before.status, reason=reason, **said)
    await uow.emit(trip, fact)


async def take_back(trip: Trip, request_id: UUID, reason: str, uow: UnitOfWork) -> None:
    """A department's help is not needed any more, and it hears why."""
    request = trip_help.request_of(trip.requests, request_id)
    trip.requests = trip_help.answered(trip.requests, request_id, HelpStatus.WITHDRAWN, uow.today, reason)
    await uow.emit(trip, TripHelpWithdrawn(request_id=request_id, reason=reason, **request.model_dump(include=NAMED)))


async def let_go(trip: Trip, reason: str, uow: UnitOfWork) -> None:
    """The trip does not take place as it was planned: each department hears it of its own request."""
    for request in [each for each in trip.requests if each.status in STANDING]:
        await take_back(trip, request.id, reason, uow)

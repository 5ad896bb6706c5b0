"""What a traveller says who was asked whether they are safe, by whichever way it came."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.trips.facts import TripCheckInAnswered
from korpu_mobility.trips.parts import CheckIn, CheckInAnswer
from korpu_mobility.trips.refusals.safety import CheckInNotAsked
from korpu_mobility.trips.tables import Trip


async def check_in(trip: Trip, answer: CheckInAnswer, note: str | None, uow: UnitOfWork) -> None:
    """Write down that the traveller is safe, or needs help: then the head is told at once."""
    if not trip.check_in_open:
        raise CheckInNotAsked
    trip.check_in, trip.check_in_note = CheckIn(answer.value), note
    tell = ("head",) if answer == CheckInAnswer.NEEDS_HELP else ()
    await uow.emit(trip, TripCheckInAnswered(answer=answer, tell=tell))

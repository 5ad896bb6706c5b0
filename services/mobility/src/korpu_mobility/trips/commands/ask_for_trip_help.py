"""`AskForTripHelp`: ask a department for what a traveller needs; which one follows from what it is."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.help import GIVES, require_of_use
from korpu_mobility.trips.domain.lifecycle import HELPED
from korpu_mobility.trips.facts import TripHelpAsked
from korpu_mobility.trips.parts import TripHelp, TripHelpRequest
from korpu_mobility.trips.refusals.help import TripHelpAskedAlready, TripHelpDueLate, TripHelpDuePast
from korpu_mobility.trips.tables import Trip


class AskForTripHelp(Changes):
    """What is needed, by when."""

    help: TripHelp
    due: Day


@trips.changes(
    who=(*DESK, THE_PERSON),
    when=HELPED,
    emits=[TripHelpAsked],
    refuses=[TripHelpAskedAlready, TripHelpDuePast, TripHelpDueLate],
)
async def ask_for_trip_help(trip: Trip, command: AskForTripHelp, uow: UnitOfWork) -> None:
    """Ask a department for what somebody needs who may travel; which one follows from what it is."""
    require_of_use(trip.requests, command.help, command.due, trip.ends, uow.today)
    request = TripHelpRequest(help=command.help, department=GIVES[command.help], due=command.due, asked_at=uow.now)
    trip.requests = (*trip.requests, request)
    said = request.model_dump(include={"department", "help", "due"})
    await uow.emit(trip, TripHelpAsked(request_id=request.id, **said))

"""`AnswerCheckIn`: a traveller says that they are safe, or need help."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripCheckInAnswered
from korpu_mobility.trips.inputs import Note
from korpu_mobility.trips.parts import CheckInAnswer
from korpu_mobility.trips.policies.safety import check_in
from korpu_mobility.trips.refusals.safety import CheckInNotAsked
from korpu_mobility.trips.tables import Trip


class AnswerCheckIn(Changes):
    """How the traveller is, and whoever goes along; the desk writes down what it was told by telephone."""

    answer: CheckInAnswer
    note: Note = None


@trips.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.TRAVELLING, Status.REPORT_DUE],
    emits=[TripCheckInAnswered],
    refuses=[CheckInNotAsked],
)
async def answer_check_in(trip: Trip, command: AnswerCheckIn, uow: UnitOfWork) -> None:
    """Say that the traveller is safe, or needs help."""
    await check_in(trip, command.answer, command.note, uow)

"""`ReportTrip`: hand in the report on a trip, with what was spent."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import TripReported
from korpu_mobility.trips.inputs import MOST_LINES
from korpu_mobility.trips.money import SpentLine
from korpu_mobility.trips.tables import Trip


class ReportTrip(Changes):
    """What was done, with whom, what follows; and what was paid for, whoever paid."""

    report: Annotated[Text, Personal]
    spent: Annotated[tuple[SpentLine, ...], Field(max_length=MOST_LINES)] = ()


@trips.changes(who=(*DESK, THE_PERSON), when=[Status.REPORT_DUE], to=[Status.REPORTED], emits=[TripReported])
async def report_trip(trip: Trip, command: ReportTrip, uow: UnitOfWork) -> None:
    """Hand in the report on a trip, with what was spent."""
    trip.report, trip.spent = command.report, command.spent
    trip.status, trip.overdue, trip.reason = Status.REPORTED, False, None
    trip.reported_by, trip.reported_on = uow.principal.subject, uow.today
    await uow.emit(trip, TripReported())

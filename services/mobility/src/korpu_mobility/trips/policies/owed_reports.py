"""Reports that are owed stand in the way of the next trip."""

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.refusals.report import ReportOwed
from korpu_mobility.trips.tables import Trip


async def require_no_report_owed(trip: Trip, uow: UnitOfWork) -> None:
    """Refuse while a report of the traveller is late, whether or not the clock has spoken; the head may waive it."""
    if trip.waived:
        return
    owed = await uow.find(
        Trip,
        col(Trip.person_id) == trip.person_id,
        col(Trip.status) == Status.REPORT_DUE,
        col(Trip.report_due) < uow.today,
    )
    for other in owed:
        raise ReportOwed(other=other.code, due=other.report_due)

"""What the clock does with trips: they begin, end, and are asked for their report."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.department_requests import overdue, told_late
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import Status
from korpu_mobility.trips.facts import (
    TripBegun,
    TripCheckInAsked,
    TripCheckInSilent,
    TripForgotten,
    TripHelpLate,
    TripReportDue,
    TripReportOverdue,
    TripReportReminded,
)
from korpu_mobility.trips.parts import CheckIn, LateTripHelp
from korpu_mobility.trips.policies.country_risk import raised_for
from korpu_mobility.trips.rules import report_due_after
from korpu_mobility.trips.tables import Trip


@trips.due("begins", emits=[TripBegun])
async def begins(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """The first day of a trip that may take place has come."""
    trip.status = Status.TRAVELLING
    await uow.emit(trip, TripBegun())


@trips.due("returns", emits=[TripReportDue])
async def returns(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """The last day is over: a report is due, by the rule of that day."""
    trip.status, trip.report_due = Status.REPORT_DUE, report_due_after(trip.ends)
    await uow.emit(trip, TripReportDue(due=trip.report_due))


@trips.due("report-reminder", emits=[TripReportReminded])
async def report_reminder(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """The report is due soon, or has been due for long."""
    assert trip.report_due  # noqa: S101 -- without a due day nobody is reminded
    await uow.emit(trip, TripReportReminded(due=trip.report_due, late=trip.overdue))


@trips.due("report-overdue", emits=[TripReportOverdue])
async def report_overdue(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """The due day is over without a report: the head is told, and no other trip is asked for."""
    assert trip.report_due  # noqa: S101 -- without a due day nothing is late
    trip.overdue = True
    await uow.emit(trip, TripReportOverdue(due=trip.report_due, tell=("head",)))


@trips.due("risk-raised", emits=[TripCheckInAsked])
async def risk_raised(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """The risk of a country was raised while somebody is there: they are asked whether they are safe."""
    raised = tuple(raised_for(trip, uow.today))
    trip.raised = (*trip.raised, *raised)
    trip.check_in, trip.check_in_asked_at, trip.check_in_note = CheckIn.ASKED, uow.now, None
    await uow.emit(trip, TripCheckInAsked(countries=tuple(dict.fromkeys(each.country for each in raised))))


@trips.due("check-in-silent", emits=[TripCheckInSilent])
async def check_in_silent(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """Who was asked has said nothing for a day: the head is told."""
    trip.check_in = CheckIn.SILENT
    await uow.emit(trip, TripCheckInSilent(tell=("head",)))


@trips.due("help-late", emits=[TripHelpLate])
async def help_late(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """Departments that have not answered by their day are told of once."""
    late = overdue(trip.requests, uow.now)
    told = tuple(
        LateTripHelp(request_id=each.id, **each.model_dump(include={"department", "help", "due"})) for each in late
    )
    trip.requests = told_late(trip.requests, late)
    await uow.emit(trip, TripHelpLate(late=told))


@trips.due("contacts-kept", emits=[TripForgotten])
async def contacts_kept(trip: Trip, _: Deadline, uow: UnitOfWork) -> None:
    """Nobody has to be called any more: the emergency contact and the insurance are deleted."""
    trip.insurance = trip.emergency_contact = None
    await uow.emit(trip, TripForgotten())

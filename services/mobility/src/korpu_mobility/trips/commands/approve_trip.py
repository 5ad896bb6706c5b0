"""`ApproveTrip`: give leave to travel, by an order."""

from datetime import date

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.permissions import HEAD, RECTORATE
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import GRANTED, Approver, Status, approver_now, approvers_of, require_order
from korpu_mobility.trips.facts import TripApproved, TripEndorsed
from korpu_mobility.trips.inputs import OrderDate, OrderNumber
from korpu_mobility.trips.parts import Approval
from korpu_mobility.trips.refusals.planning import NotYourApproval, OrderInFuture, OrderMissing, OwnTrip
from korpu_mobility.trips.tables import Trip


class ApproveTrip(Changes):
    """Yes; the head's for an employee, the rectorate's for the leadership, and both where the risk is high.

    The order comes with the last of them.
    """

    order_number: OrderNumber | None = None
    order_date: OrderDate | None = None


@trips.changes(
    who=(HEAD, RECTORATE),
    when=[Status.SUBMITTED],
    to=[Status.SUBMITTED, *GRANTED],
    emits=[TripApproved, TripEndorsed],
    refuses=[OwnTrip, NotYourApproval, OrderMissing, OrderInFuture],
    in_turn=NotYourApproval,
    barred={"author": OwnTrip, "submitted_by": OwnTrip},
)
async def approve_trip(trip: Trip, command: ApproveTrip, uow: UnitOfWork) -> None:
    """Give leave to travel, by an order."""
    if uow.principal.person_id in trip.travellers:
        raise OwnTrip
    needed = approvers_of(trip.level, trip.risk)
    by = approver_now(needed, [each.by for each in trip.approvals], uow.principal.roles)
    if uow.principal.subject in trip.approved_by:
        raise NotYourApproval(needed=by)
    if len(trip.approvals) + 1 < len(needed):
        _add_yes(trip, by, uow)
        await uow.emit(trip, TripEndorsed(by=by))
        return
    number, day = require_order(command.order_number, command.order_date)
    _require_past(day, uow.today)
    _add_yes(trip, by, uow)
    trip.status = Status.ADVANCE_PAID if trip.advance else Status.APPROVED
    trip.order_number, trip.order_date = number, day
    await uow.emit(trip, TripApproved(order_number=number, order_date=day))


def _add_yes(trip: Trip, by: Approver, uow: UnitOfWork) -> None:
    trip.approvals = (*trip.approvals, Approval(by=by, on=uow.today))
    trip.approved_by = (*trip.approved_by, uow.principal.subject)


def _require_past(day: date, today: date) -> None:
    if day > today:
        raise OrderInFuture("order_date", on=day)

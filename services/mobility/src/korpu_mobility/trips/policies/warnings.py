"""What should be looked at before a trip is asked for, and forbids nothing."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.trips.refusals.planning import CoverMissing, InsuranceMissing
from korpu_mobility.trips.tables import Trip


def warn_if_gaps(trip: Trip, uow: UnitOfWork) -> None:
    """Warn when nobody teaches meanwhile, and when the traveller is not insured to the last day."""
    if trip.cover_id is None:
        uow.warn(CoverMissing("cover_id"))
    if trip.insured_until is None or trip.insured_until < trip.ends:
        uow.warn(InsuranceMissing(ends=trip.ends))

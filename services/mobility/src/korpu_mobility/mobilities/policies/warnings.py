"""What a stay is let be for, but is worth a look."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain.agreement_end import warning_of_end
from korpu_mobility.mobilities.domain.dates import days_agreed, days_of, outside_year
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.refusals.days import DatesOutsideYear, InsuranceTooShort, LengthExceeded
from korpu_mobility.mobilities.tables import Mobility


def warn_if_outside_year(mobility: Mobility, uow: UnitOfWork) -> None:
    """Warn of days outside the academic year of the seat."""
    if outside_year(mobility.academic_year, mobility.planned_from, mobility.planned_to):
        uow.warn(DatesOutsideYear("planned_from", academic_year=mobility.academic_year))


def require_agreement_to_last(mobility: Mobility, condition: Seats, uow: UnitOfWork) -> None:
    """Refuse planned days after the agreement's end, or warn where it may go on or the stay is over before."""
    if warning := warning_of_end(mobility.planned_from, mobility.planned_to, condition.agreement_end):
        uow.warn(warning)


def warn_if_not_insured(mobility: Mobility, uow: UnitOfWork) -> None:
    """Warn of an insurance that ends before the stay."""
    if mobility.insured_until and mobility.insured_until < mobility.span.last:
        uow.warn(InsuranceTooShort("insurance.valid_to", ends=mobility.span.last))


async def warn_if_too_long(mobility: Mobility, condition: Seats, uow: UnitOfWork) -> None:
    """Warn when all stays of the year together grow longer than the condition provides for."""
    agreed = days_agreed(condition.months_per_year, condition.days_per_year)
    planned = await waiting_list.days_on(condition, mobility.academic_year, uow) + days_of(
        mobility.planned_from, mobility.planned_to
    )
    if agreed is not None and planned > agreed:
        uow.warn(LengthExceeded("planned_to", planned=planned, agreed=agreed))

"""What days mean for money and for the ledger, reckoned again whenever they change."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.domain.dates import days_of
from korpu_mobility.mobilities.domain.grant import amounts, days_paid, differences
from korpu_mobility.mobilities.domain.reciprocity import counted, missing_postings
from korpu_mobility.mobilities.facts import MobilityGrantRecalculated
from korpu_mobility.mobilities.tables import Mobility


def post_days(mobility: Mobility, uow: UnitOfWork) -> None:
    """Post a stay that is over, or the difference if it was posted already."""
    if mobility.actual_to is None:
        return
    unit, amount = counted(mobility.audience, days_of(mobility.span.first, mobility.actual_to))
    posted = missing_postings(mobility.postings, mobility.academic_year, unit, amount, uow.today)
    mobility.postings = (*mobility.postings, *posted)


async def reckon_grant(mobility: Mobility, uow: UnitOfWork) -> None:
    """Tell finance by how much the grant is other than was said before, if it is."""
    planned, actual = (mobility.planned_from, mobility.planned_to), (mobility.actual_from, mobility.actual_to)
    days = days_paid(mobility.status, planned, actual)
    now = amounts(mobility.grant, days)
    if difference := differences(now, mobility.granted):
        mobility.granted = now
        fact = MobilityGrantRecalculated(days=days, difference=difference, force_majeure=mobility.force_majeure)
        await uow.emit(mobility, fact)

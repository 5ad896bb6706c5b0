"""A seat for who is nominated, or a place in the line."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain import seats
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityNominated, MobilityWaitlisted
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.refusals.seats import NoSeatLeft
from korpu_mobility.mobilities.rules import decision_due_after
from korpu_mobility.mobilities.tables import Mobility


async def take_seat_or_wait(mobility: Mobility, condition: Seats, *, wait: bool, uow: UnitOfWork) -> None:
    """Take a free seat, or the last place in the line when the caller would wait."""
    places = await waiting_list.places_of(condition, mobility.academic_year, uow)
    waiting = sum(place.status == Status.WAITLISTED for place in places)
    full = waiting > 0 or seats.taken(places) >= condition.people_per_year
    if full and not wait:
        raise NoSeatLeft("condition_id", seats=condition.people_per_year)
    mobility.code = f"MOB-{uow.today.year}-{await uow.number(f'MOB-{uow.today.year}'):04}"
    if full:
        mobility.status, mobility.waiting = Status.WAITLISTED, waiting + 1
        await uow.emit(mobility, MobilityWaitlisted(position=waiting + 1))
    else:
        mobility.status, mobility.seated_at = Status.NOMINATED, uow.now
        mobility.decision_due = decision_due_after(uow.today)
        await uow.emit(mobility, MobilityNominated())

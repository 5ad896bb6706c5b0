"""A cancelled stay is as it was, with its seat or its place in line."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.learning_agreements.interface import resume_with_stay
from korpu_mobility.mobilities.domain import seats
from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY, WITH_A_SEAT, Status
from korpu_mobility.mobilities.facts import MobilityReopened, MobilityWaitlisted
from korpu_mobility.mobilities.parts import Cancellation
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import reckon_grant
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.refusals.seats import NoSeatLeft
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import take_candidate


async def reopen(mobility: Mobility, cancellation: Cancellation, uow: UnitOfWork) -> None:
    """The stay stands as before its cancellation; seats, line and risks are put right."""
    await take_candidate(mobility.person_id, None, uow)
    condition = await waiting_list.take_seats(mobility.condition_id, uow)
    if condition is not None and cancellation.status in WITH_A_SEAT:
        await _take_seat_back(mobility, cancellation, condition, uow)
    mobility.status, mobility.cancellation = cancellation.status, None
    mobility.cause = mobility.reason = None
    mobility.waiting, mobility.offer_until = cancellation.waiting, cancellation.offer_until
    if mobility.status in UNDER_WAY:
        await require_no_overlap(mobility, uow)
    await uow.emit(mobility, MobilityReopened())
    await reckon_grant(mobility, uow)
    await resume_with_stay(mobility.id, uow)
    if condition is not None:
        await waiting_list.put_right(condition, mobility.academic_year, uow)


async def _take_seat_back(mobility: Mobility, cancellation: Cancellation, condition: Seats, uow: UnitOfWork) -> None:
    """The seat is still free, or is only offered since to who was first in line and is first again."""
    places = await waiting_list.places_of(condition, mobility.academic_year, uow)
    if seats.taken(places) < waiting_list.number_in(condition, mobility.academic_year):
        return
    offered = [each for each in places if seats.offered_since(each, cancellation.at)]
    if not offered:
        raise NoSeatLeft("id", seats=condition.people_per_year)
    other = await uow.lock(Mobility, offered[-1].id)
    other.status, other.waiting = Status.WAITLISTED, 1
    other.seated_at = other.offer_until = None
    await uow.emit(other, MobilityWaitlisted(position=1))

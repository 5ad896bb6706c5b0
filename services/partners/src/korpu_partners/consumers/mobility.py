"""Partners hears of mobilities and trips: they rest on agreements, and lead to organisations."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.agreements.interface import Journey, Undertaking, keep, tell_of_journey
from korpu_partners.organisations.interface import Place

GOING = frozenset({"approved", "advance_paid", "travelling"})


class MobilityHeard(ConsumedState):
    """What impact previews show of a mobility."""

    status: str
    agreement_id: UUID | None = None
    sender_id: UUID | None = None
    receiver_id: UUID | None = None


@consumes("mobility.mobilities.v1", MobilityHeard)
async def mobility_changed(message: Message[MobilityHeard], uow: UnitOfWork) -> None:
    """Keep which agreement the mobility rests on, and from where to where it leads."""
    stay = message.state
    await keep(
        Undertaking("mobility", message.id, stay.status),
        message.order,
        _given(stay.agreement_id),
        _given(stay.sender_id, stay.receiver_id),
        uow,
    )


class LegHeard(ConsumedState):
    """From where to where a stretch of a trip leads."""

    from_country: str
    from_city: str
    to_country: str
    to_city: str


class TripHeard(ConsumedState):
    """What impact previews show of a trip, who goes, and where to."""

    status: str
    agreement_id: UUID | None = None
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    companion_ids: tuple[UUID, ...] = ()
    legs: tuple[LegHeard, ...] = ()
    starts: date
    ends: date

    @property
    def places(self) -> frozenset[Place]:
        """Where it leads to, but for the place from which it sets out."""
        home = {Place(each.from_country, each.from_city) for each in self.legs[:1]}
        return frozenset({Place(each.to_country, each.to_city) for each in self.legs} - home)


@consumes("mobility.trips.v1", TripHeard)
async def trip_changed(message: Message[TripHeard], uow: UnitOfWork) -> None:
    """Keep which agreement the trip rests on, and who has invited; once it is sure, tell partners' owners of it."""
    trip = message.state
    await keep(
        Undertaking("trip", message.id, trip.status),
        message.order,
        _given(trip.agreement_id),
        _given(trip.organisation_id),
        uow,
    )
    if trip.status in GOING:
        people = (*_given(trip.person_id), *trip.companion_ids)
        there = frozenset(_given(trip.organisation_id))
        await tell_of_journey(Journey("trip", message.id, people, there, trip.places, trip.starts, trip.ends), uow)


def _given(*ids: UUID | None) -> set[UUID]:
    return {each for each in ids if each}

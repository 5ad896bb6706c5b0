"""What is heard of trips: whoever is abroad by an order is busy here on its days."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_chassis.runtime.newest import remember
from korpu_events.consumers.tables import HeardTrip
from korpu_events.diary.interface import EntryKind, Need, Owner, enter
from korpu_events.fields import LONGEST_TITLE

ON_THE_WAY = frozenset({"approved", "advance_paid", "travelling", "report_due", "reported", "accepted", "settled"})
"""An order sends them; before it they may still be here."""


class TripHeard(ConsumedState):
    """Who travels from when to when, and to which of our visits the trip belongs."""

    code: str
    status: str
    purpose: str
    person_id: UUID
    companion_ids: tuple[UUID, ...] = ()
    starts: date
    ends: date
    visit_id: UUID | None = None


@consumes("mobility.trips.v1", TripHeard, keeps=HeardTrip)
async def trip_changed(message: Message[TripHeard], uow: UnitOfWork) -> None:
    """Enter a trip in the diary, whatever else stands there: it was decided elsewhere. One that is off frees them."""
    if await remember(HeardTrip, message, uow):
        trip = message.state
        needs = list(_needed(message.id, trip)) if trip.status in ON_THE_WAY else []
        await enter(Owner(EntryKind.TRIP, message.id, trip.code, trip.visit_id), needs, uow)


def _needed(id: UUID, trip: TripHeard) -> Iterator[Need]:
    title = LocalizedText.of(Texts(az=trip.purpose[:LONGEST_TITLE]))
    hours = start_of_day(trip.starts), end_of_day(trip.ends)
    for person in dict.fromkeys((trip.person_id, *trip.companion_ids)):
        yield Need(id, title, f"person:{person}", *hours, "")

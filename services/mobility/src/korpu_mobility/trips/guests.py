"""What a traveller may do by a link, who cannot sign in where they are: say that they are safe, or need help."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.links import Guests
from korpu_mobility.guest_links import guest_links
from korpu_mobility.permissions import DESK
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.facts import TripCheckInAnswered, TripLinkOpened, TripLinkRevoked
from korpu_mobility.trips.parts import CheckInAnswer
from korpu_mobility.trips.policies.safety import check_in
from korpu_mobility.trips.refusals.safety import CheckInNotAsked
from korpu_mobility.trips.tables import Trip

TRAVELLER = "traveller"


def content(trip: Trip) -> str | None:
    """The question that waits for an answer; a later one is another."""
    return trip.check_in_asked_at.isoformat() if trip.check_in_open and trip.check_in_asked_at else None


def about(trip: Trip) -> Sequence[UUID]:
    """Who travels."""
    return [trip.person_id]


async def shows(trip: Trip, _: UnitOfWork) -> Mapping[str, Any]:
    """Of which trip one is asked, and because of which countries; no name."""
    countries = list(dict.fromkeys(each.country for each in trip.raised))
    return {"code": trip.code, "ends": trip.ends.isoformat(), "countries": countries}


def invites(trip: Trip, side: str) -> None:
    """A link is for a traveller who was asked."""
    if content(trip) is None or side != TRAVELLER:
        raise CheckInNotAsked("side")


async def accepts(trip: Trip, _: str, uow: UnitOfWork) -> None:
    """The traveller is safe."""
    await check_in(trip, CheckInAnswer.SAFE, None, uow)


async def rejects(trip: Trip, _: str, comment: str, uow: UnitOfWork) -> None:
    """The traveller needs help; the comment is for the office."""
    await check_in(trip, CheckInAnswer.NEEDS_HELP, comment, uow)


guest_links.let_in(
    Guests(
        trips,
        who=DESK,
        content=content,
        about=about,
        shows=shows,
        invites=invites,
        opened=lambda _: TripLinkOpened(),
        revoked=lambda _: TripLinkRevoked(),
        accepts=accepts,
        rejects=rejects,
    )
)
trips.also_emits(TripLinkOpened, TripLinkRevoked, TripCheckInAnswered)

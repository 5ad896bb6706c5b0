"""The days of trips: when one is away, and when the report is due."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy import cast, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.domain.lifecycle import GRANTED, Status
from korpu_mobility.trips.tables import Trip

AWAY = {
    "az": "Ezamiyyət",
    "en": "Official trip",
    "ru": "Командировка",
    "de": "Dienstreise",
    "fr": "Déplacement professionnel",
}
REPORT = {
    "az": "Ezamiyyət hesabatının son günü",
    "en": "Report of the trip due",
    "ru": "Срок отчёта о командировке",
    "de": "Reisebericht fällig",
    "fr": "Rapport de déplacement à remettre",
}
SHOWN = (*GRANTED, Status.TRAVELLING, Status.REPORT_DUE)
DAY = timedelta(days=1)


async def trip_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """When somebody is away, alone or along with others, and by when the traveller reports."""
    me = whose.person_id
    if me is None:
        return []
    along = cast(col(Trip.companion_ids), JSONB).contains([str(me)])
    found = await uow.find(Trip, or_(col(Trip.person_id) == me, along), col(Trip.status).in_(SHOWN))
    shown = [each for each in found if trips.shows(each, whose)]
    return [entry for each in shown for entry in _entries(each, reports=each.person_id == me)]


def _entries(trip: Trip, *, reports: bool) -> Iterator[Entry]:
    changed = (trip.version, trip.changed_at)
    if trip.status != Status.REPORT_DUE:
        yield Entry(
            f"trip-{trip.id}",
            trip.starts,
            AWAY,
            trip.code,
            None,
            *changed,
            starts=start_of_day(trip.starts),
            ends=start_of_day(trip.ends + DAY),
            place=", ".join(dict.fromkeys(leg.to_city for leg in trip.legs[:-1])) or None,
        )
    elif reports and trip.report_due:
        yield Entry(f"trip-{trip.id}-report", trip.report_due, REPORT, trip.code, None, *changed)

"""Mobility put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.house import Service
from korpu_mobility.inbox.partners import agreement_changed, organisation_changed
from korpu_mobility.mobilities import leaving, nominating, offers, reading, stay
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.people import commands, documents, erasing, statistics
from korpu_mobility.people import reading as people_reading
from korpu_mobility.people.room import people
from korpu_mobility.tables import Table

DECLARES = (commands, documents, erasing, nominating, offers, stay, leaving)

service = Service(
    "mobility",
    table=Table,
    rooms=[people, mobilities],
    hears=[organisation_changed, agreement_changed],
    routers=[people_reading.router, statistics.router, reading.router],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

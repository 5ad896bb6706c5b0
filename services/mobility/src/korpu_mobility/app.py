"""Mobility put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.runtime.assembly import Service
from korpu_mobility.inbox.partners import agreement_changed, organisation_changed
from korpu_mobility.mobilities import agreeing, leaving, nominating, offers, reading, stay
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.people import access_log, commands, consenting, documents, erasing, finding, restricted, statistics
from korpu_mobility.people import reading as people_reading
from korpu_mobility.people.room import people
from korpu_mobility.tables import Table

DECLARES = (commands, consenting, documents, erasing, nominating, offers, agreeing, stay, leaving)

service = Service(
    "mobility",
    table=Table,
    definitions=[people, mobilities],
    consumes=[organisation_changed, agreement_changed],
    routers=[each.router for each in (people_reading, finding, restricted, access_log, statistics, reading)],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

"""Mobility put together: the only place where its aggregates meet."""

from pathlib import Path

from korpu_chassis.runtime.assembly import Service
from korpu_chassis.runtime.discovery import load_all
from korpu_chassis.workdays.counting import check_holidays, remind_of_holidays
from korpu_mobility.consumers.partners import agreement_changed, organisation_changed
from korpu_mobility.mobilities import api
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.api import access_log, search, statistics
from korpu_mobility.people.api import documents as restricted
from korpu_mobility.people.api import fields as people_reading
from korpu_mobility.tables import Table
from korpu_mobility.trips import api as trips_api
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.rates import check_rates
from korpu_mobility.trips.risks import check_risks

load_all("korpu_mobility")

service = Service(
    "mobility",
    table=Table,
    definitions=[people, mobilities, trips],
    consumes=[organisation_changed, agreement_changed],
    routers=[each.router for each in (people_reading, search, restricted, access_log, statistics, api, trips_api)],
    needs=[check_rates, check_risks, check_holidays],
    sweeps=[remind_of_holidays],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

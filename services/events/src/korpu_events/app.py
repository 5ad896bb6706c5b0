"""Events put together: the only place where its aggregates meet."""

from pathlib import Path

from korpu_chassis.runtime.assembly import Service
from korpu_chassis.runtime.discovery import load_all
from korpu_events.action_points.aggregate import action_points
from korpu_events.consumers import refused
from korpu_events.consumers.departments import department_answers
from korpu_events.consumers.partners import agreement_changed, organisation_changed
from korpu_events.resources.aggregate import resources
from korpu_events.tables import Table
from korpu_events.visits.aggregate import visits
from korpu_events.visits.api import members, readiness

load_all("korpu_events")

service = Service(
    "events",
    table=Table,
    definitions=[visits, action_points, resources],
    consumes=[organisation_changed, agreement_changed],
    foreign=[department_answers],
    routers=[members.router, readiness.router, refused.router],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

"""Events put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.runtime.assembly import Service
from korpu_events.action_points import commands as _of_action_points  # noqa: F401 -- declares them
from korpu_events.action_points.room import action_points
from korpu_events.follow_up import open_action_point  # noqa: F401 -- the command in which both rooms meet
from korpu_events.inbox import refused
from korpu_events.inbox.departments import department_answers
from korpu_events.inbox.partners import agreement_changed, organisation_changed
from korpu_events.tables import Table
from korpu_events.visits import commands as _of_visits  # noqa: F401 -- declares them
from korpu_events.visits import papers, reading
from korpu_events.visits.room import visits

service = Service(
    "events",
    table=Table,
    definitions=[visits, action_points],
    consumes=[organisation_changed, agreement_changed],
    foreign=[department_answers],
    routers=[reading.router, papers.router, refused.router],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

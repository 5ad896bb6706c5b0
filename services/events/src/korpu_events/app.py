"""Events put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.house import Service
from korpu_events import follow_up  # noqa: F401 -- declares the command in which both rooms meet
from korpu_events.action_points import commands  # noqa: F401 -- declares what is done with action points
from korpu_events.action_points.room import action_points
from korpu_events.inbox.departments import department_answered
from korpu_events.inbox.partners import agreement_changed, organisation_changed
from korpu_events.tables import Table
from korpu_events.visits.commands import arrangements, course, members, outcome, schedule, screening  # noqa: F401
from korpu_events.visits.reading import router
from korpu_events.visits.room import visits

service = Service(
    "events",
    table=Table,
    rooms=[visits, action_points],
    hears=[organisation_changed, agreement_changed, department_answered],
    routers=[router],
    migrations=Path(__file__).parent / "migrations" / "versions",
)

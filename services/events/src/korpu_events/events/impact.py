"""What depends on events, read before they are moved or called off."""

from korpu_chassis.runtime.impacts import impact_routes
from korpu_events.events.aggregate import events
from korpu_events.events.policies.dependents import dependents_of
from korpu_events.fields import Touched

router = impact_routes(events, "events", Touched, dependents_of)

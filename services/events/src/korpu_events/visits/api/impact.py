"""What depends on visits, read before they are put off or called off."""

from korpu_chassis.runtime.impacts import impact_routes
from korpu_events.fields import Touched
from korpu_events.visits.aggregate import visits
from korpu_events.visits.policies.dependents import dependents_of

router = impact_routes(visits, "visits", Touched, dependents_of)

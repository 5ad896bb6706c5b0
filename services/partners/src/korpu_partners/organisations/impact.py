"""What depends on organisations, read before they are suspended."""

from korpu_chassis.commands.impact import Dependent
from korpu_chassis.runtime.impacts import impact_routes
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.policies.dependents import dependents_of

router = impact_routes(organisations, "organisations", Dependent, dependents_of)

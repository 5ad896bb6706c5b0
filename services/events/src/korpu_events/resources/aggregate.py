"""The definition of rooms and cars: their topic, and who reads them."""

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_events.permissions import AUDITOR, COORDINATOR, FINANCE, HEAD, OFFICER, RECTORATE, STAFF
from korpu_events.resources.state import ResourceState
from korpu_events.resources.tables import Resource

resources = AggregateDefinition(
    Resource,
    state=ResourceState,
    topic="events.resources.v1",
    readers=[OFFICER, HEAD, RECTORATE, FINANCE, AUDITOR, COORDINATOR, STAFF],
)

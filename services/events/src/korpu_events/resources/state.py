"""What is said of rooms and cars: their public state."""

from korpu_chassis.commands.state import State
from korpu_events.resources.domain.lifecycle import ResourceKind, ResourceStatus


class ResourceState(State):
    """A room or a car as everybody may know it."""

    status: ResourceStatus
    kind: ResourceKind
    name: str
    spellings: tuple[str, ...]
    capacity: int | None
    place: str | None
    reason: str | None

"""`RestoreResource`: let a room or a car be booked again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.resources.aggregate import resources
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.facts import ResourceRestored
from korpu_events.resources.tables import Resource


class RestoreResource(Changes):
    """It is there again."""


@resources.changes(
    who=[OFFICER, HEAD], when=[ResourceStatus.RETIRED], to=[ResourceStatus.ACTIVE], emits=[ResourceRestored]
)
async def restore_resource(resource: Resource, command: RestoreResource, uow: UnitOfWork) -> None:
    """Let it be booked again."""
    resource.status, resource.reason = ResourceStatus.ACTIVE, None
    await uow.emit(resource, ResourceRestored())

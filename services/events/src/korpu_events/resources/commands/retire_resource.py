"""`RetireResource`: let nobody book a room or a car any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.resources.aggregate import resources
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.facts import ResourceRetired
from korpu_events.resources.tables import Resource


class RetireResource(Changes):
    """Why."""

    reason: Text


@resources.changes(
    who=[OFFICER, HEAD], when=[ResourceStatus.ACTIVE], to=[ResourceStatus.RETIRED], emits=[ResourceRetired]
)
async def retire_resource(resource: Resource, command: RetireResource, uow: UnitOfWork) -> None:
    """Let nobody book it any more; what is booked stays booked."""
    resource.status, resource.reason = ResourceStatus.RETIRED, command.reason
    await uow.emit(resource, ResourceRetired(reason=command.reason))

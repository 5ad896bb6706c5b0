"""`AddResource`: put a room or a car on the list of the office."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import Line, PlaceCode, one_spelling
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.resources.aggregate import resources
from korpu_events.resources.domain.lifecycle import ResourceKind, ResourceStatus
from korpu_events.resources.facts import ResourceAdded
from korpu_events.resources.inputs import Capacity, Spellings
from korpu_events.resources.policies.spellings import take_spellings
from korpu_events.resources.refusals import SpellingTaken
from korpu_events.resources.tables import Resource


class AddResource(Creates):
    """A room or a car, as it is called."""

    kind: ResourceKind
    name: PlaceCode
    spellings: Spellings = ()
    capacity: Capacity | None = None
    place: Line | None = None


@resources.creates(who=[OFFICER, HEAD], to=[ResourceStatus.ACTIVE], emits=[ResourceAdded], refuses=[SpellingTaken])
async def add_resource(command: AddResource, uow: UnitOfWork) -> Resource:
    """Put a room or a car on the list; what visits had booked by one of its names is booked of it."""
    resource = Resource(
        kind=command.kind,
        name=command.name,
        spellings=tuple(dict.fromkeys(command.spellings)),
        capacity=command.capacity,
        place=command.place,
        booked_as=f"{command.kind}:{one_spelling(command.name)}",
        status=ResourceStatus.ACTIVE,
    )
    await take_spellings(resource, (command.name, *command.spellings), "name", uow)
    resource.code = f"RES-{await uow.number('resource'):04}"
    await uow.emit(resource, ResourceAdded())
    return resource

"""`ChangeResource`: correct how many people a room or a car holds, where it is, or what else it is called."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import Line, PlaceCode
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.resources.aggregate import resources
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.facts import ResourceChanged
from korpu_events.resources.inputs import Capacity
from korpu_events.resources.policies.spellings import take_spellings
from korpu_events.resources.refusals import SpellingTaken
from korpu_events.resources.tables import Resource


class ChangeResource(Corrects):
    """What is given replaces what was known; spellings come in addition."""

    capacity: Capacity | None = None
    place: Line | None = None
    spellings: Annotated[tuple[PlaceCode, ...], Field(max_length=20, description="Further names of it.")] = ()


@resources.changes(who=[OFFICER, HEAD], when=[ResourceStatus.ACTIVE], emits=[ResourceChanged], refuses=[SpellingTaken])
async def change_resource(resource: Resource, command: ChangeResource, uow: UnitOfWork) -> None:
    """Correct what is known of it; what visits had booked by a further name is booked of it."""
    if command.spellings:
        await take_spellings(resource, command.spellings, "spellings", uow)
    resource.spellings = tuple(dict.fromkeys((*resource.spellings, *command.spellings)))
    resource.capacity = command.capacity or resource.capacity
    resource.place = command.place or resource.place
    await uow.emit(resource, ResourceChanged())

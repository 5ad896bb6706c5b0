"""`RenameResource`: call a room or a car otherwise; its former name still means it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.fields import PlaceCode
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.resources.aggregate import resources
from korpu_events.resources.domain.lifecycle import ResourceStatus
from korpu_events.resources.facts import ResourceRenamed
from korpu_events.resources.policies.spellings import take_spellings
from korpu_events.resources.refusals import NameUnchanged, SpellingTaken
from korpu_events.resources.tables import Resource


class RenameResource(Changes):
    """What it is called from now on."""

    name: PlaceCode


@resources.changes(
    who=[OFFICER, HEAD],
    when=[ResourceStatus.ACTIVE],
    emits=[ResourceRenamed],
    refuses=[NameUnchanged, SpellingTaken],
)
async def rename_resource(resource: Resource, command: RenameResource, uow: UnitOfWork) -> None:
    """Call it otherwise; programmes that have its former name still mean it."""
    former = resource.name
    if command.name == former:
        raise NameUnchanged("name")
    await take_spellings(resource, [command.name], "name", uow)
    kept = (*resource.spellings, former)
    resource.spellings = tuple(each for each in dict.fromkeys(kept) if each != command.name)
    resource.name = command.name
    await uow.emit(resource, ResourceRenamed(former=former))

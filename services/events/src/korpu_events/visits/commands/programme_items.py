"""`AddProgrammeItem`, `ChangeProgrammeItem`."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING, require_room
from korpu_events.visits.domain.programme import item_of
from korpu_events.visits.facts import VisitProgrammeChanged
from korpu_events.visits.inputs import ItemInput
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.policies.programme import ITEM_REFUSALS, given_item, put_item
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.programme import UnknownItem
from korpu_events.visits.tables import Visit


class AddProgrammeItem(ItemInput):
    """A new item of the programme."""


class ChangeProgrammeItem(ItemInput):
    """An item of the programme as it shall be, in full."""

    item_id: UUID


@visits.changes(
    who=[OFFICER, HEAD],
    when=ARRANGING,
    emits=[VisitProgrammeChanged],
    refuses=[*ITEM_REFUSALS, ListFull],
)
async def add_programme_item(visit: Visit, command: AddProgrammeItem, uow: UnitOfWork) -> None:
    """Put an item on the programme; whom and what it needs is booked, and a signing warns of an unready agreement."""
    require_room(visit.programme)
    item = ProgrammeItem(**given_item(command), title=LocalizedText.of(command.title))
    await put_item(visit, item, uow)


@visits.changes(
    who=[OFFICER, HEAD],
    when=ARRANGING,
    emits=[VisitProgrammeChanged],
    refuses=[*ITEM_REFUSALS, UnknownItem],
)
async def change_programme_item(visit: Visit, command: ChangeProgrammeItem, uow: UnitOfWork) -> None:
    """Change an item of the programme; departments get the difference."""
    before = item_of(visit.programme, command.item_id)
    item = ProgrammeItem(**given_item(command), id=before.id, title=before.title.edited(command.title))
    if before.agreement_id == item.agreement_id:
        item = item.model_copy(update={"signed_on": before.signed_on})
    await put_item(visit, item, uow)

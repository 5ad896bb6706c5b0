"""`DropProgrammeItem`: take an item off the programme and free what it had booked."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING
from korpu_events.visits.domain.programme import item_of
from korpu_events.visits.facts import VisitProgrammeChanged
from korpu_events.visits.policies.programme import become
from korpu_events.visits.refusals.programme import UnknownItem
from korpu_events.visits.tables import Visit


class DropProgrammeItem(Changes):
    """Which item does not take place."""

    item_id: UUID


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitProgrammeChanged], refuses=[UnknownItem])
async def drop_programme_item(visit: Visit, command: DropProgrammeItem, uow: UnitOfWork) -> None:
    """Take an item off the programme and free what it had booked."""
    dropped = item_of(visit.programme, command.item_id)
    await become(visit, tuple(each for each in visit.programme if each.id != dropped.id), uow)

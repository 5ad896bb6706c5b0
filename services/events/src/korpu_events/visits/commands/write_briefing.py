"""`WriteBriefing`: write down what our side should know before the visit."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING
from korpu_events.visits.facts import VisitBriefed
from korpu_events.visits.tables import Visit


class WriteBriefing(Changes):
    """What our side should know before the visit."""

    briefing: Text


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitBriefed])
async def write_briefing(visit: Visit, command: WriteBriefing, uow: UnitOfWork) -> None:
    """Write down what our side should know before the visit."""
    visit.briefing = command.briefing
    await uow.emit(visit, VisitBriefed())

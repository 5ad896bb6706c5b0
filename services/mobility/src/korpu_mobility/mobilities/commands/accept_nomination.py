"""`AcceptNomination`: record that the host accepts the nominee."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_happened
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityAccepted
from korpu_mobility.mobilities.refusals.days import InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class AcceptNomination(Changes):
    """The host takes the nominee."""

    on: Happened


@mobilities.changes(
    who=DESK, when=[Status.NOMINATED], to=[Status.ACCEPTED], emits=[MobilityAccepted], refuses=[InTheFuture]
)
async def accept_nomination(mobility: Mobility, command: AcceptNomination, uow: UnitOfWork) -> None:
    """Record that the host accepts the nominee."""
    require_happened(command.on, uow.today, "on")
    mobility.status = Status.ACCEPTED
    await uow.emit(mobility, MobilityAccepted(on=command.on))

"""`AgreeMobility`: record that person, sender and host agreed the content of the stay."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_happened
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityAgreed
from korpu_mobility.mobilities.refusals.days import InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class AgreeMobility(Changes):
    """Person, sender and host have agreed what is to be done."""

    on: Happened


@mobilities.changes(who=DESK, when=[Status.ACCEPTED], to=[Status.AGREED], emits=[MobilityAgreed], refuses=[InTheFuture])
async def agree_mobility(mobility: Mobility, command: AgreeMobility, uow: UnitOfWork) -> None:
    """Record that person, sender and host agreed the content of the stay."""
    require_happened(command.on, uow.today, "on")
    mobility.status = Status.AGREED
    await uow.emit(mobility, MobilityAgreed(on=command.on))

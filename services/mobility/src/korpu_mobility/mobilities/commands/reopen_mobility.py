"""`ReopenMobility`: take back a cancellation that one has just made."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, Status
from korpu_mobility.mobilities.domain.reopening import require_own_and_fresh
from korpu_mobility.mobilities.facts import MobilityReopened
from korpu_mobility.mobilities.policies.reopening import reopen
from korpu_mobility.mobilities.refusals.corrections import CancelledByAnother, ReopenedTooLate
from korpu_mobility.mobilities.refusals.days import StaysOverlap
from korpu_mobility.mobilities.refusals.seats import NoSeatLeft
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import PERSON_REFUSALS
from korpu_mobility.permissions import DESK, THE_PERSON


class ReopenMobility(Changes):
    """It was cancelled by mistake, less than fifteen minutes ago and by the caller."""


@mobilities.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.CANCELLED],
    to=NOT_BEGUN,
    emits=[MobilityReopened],
    refuses=[ReopenedTooLate, CancelledByAnother, *PERSON_REFUSALS, StaysOverlap, NoSeatLeft],
)
async def reopen_mobility(mobility: Mobility, command: ReopenMobility, uow: UnitOfWork) -> None:
    """Take back a cancellation; an offer that its seat went to is taken back, unless it was confirmed already."""
    cancellation = require_own_and_fresh(mobility.cancellation, uow.principal.subject, uow.now)
    await reopen(mobility, cancellation, uow)

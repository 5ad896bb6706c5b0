"""`RejectNomination`: record that the host does not accept the nominee; the seat is free again."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.learning_agreements.interface import cancel_with_stay
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_happened
from korpu_mobility.mobilities.domain.lifecycle import Cause, Status
from korpu_mobility.mobilities.facts import MobilityRejected
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import reckon_grant
from korpu_mobility.mobilities.refusals.days import InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RejectNomination(Changes):
    """The host does not take the nominee."""

    on: Happened
    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(
    who=DESK, when=[Status.NOMINATED], to=[Status.REJECTED], emits=[MobilityRejected], refuses=[InTheFuture]
)
async def reject_nomination(mobility: Mobility, command: RejectNomination, uow: UnitOfWork) -> None:
    """Record that the host does not accept the nominee; the seat is free again."""
    require_happened(command.on, uow.today, "on")
    mobility.status = Status.REJECTED
    uow.why = mobility.ends_for(Cause.HOST, command.reason)
    await uow.emit(mobility, MobilityRejected(on=command.on))
    await reckon_grant(mobility, uow)
    await cancel_with_stay(mobility.id, uow)
    await waiting_list.freed_by(mobility, uow)

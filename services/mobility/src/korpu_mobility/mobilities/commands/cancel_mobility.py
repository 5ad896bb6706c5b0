"""`CancelMobility`: cancel a stay that has not begun, or leave the line."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, Cause, GivenCause, Status
from korpu_mobility.mobilities.facts import MobilityCancelled
from korpu_mobility.mobilities.parts import Cancellation
from korpu_mobility.mobilities.policies.cancellation import give_up
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK, THE_PERSON


class CancelMobility(Changes):
    """The stay will not take place."""

    cause: Annotated[GivenCause, Field(description="Published as a code; the reason stays with the person.")]
    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(who=(*DESK, THE_PERSON), when=NOT_BEGUN, to=[Status.CANCELLED], emits=[MobilityCancelled])
async def cancel_mobility(mobility: Mobility, command: CancelMobility, uow: UnitOfWork) -> None:
    """Cancel a stay that has not begun, or leave the line; a free seat goes to the first who waits."""
    mobility.cancellation = Cancellation(
        by=uow.principal.subject,
        at=uow.now,
        status=Status(mobility.status),
        waiting=mobility.waiting,
        offer_until=mobility.offer_until,
    )
    await give_up(mobility, Cause(command.cause), command.reason, uow)

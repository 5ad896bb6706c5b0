"""`RecordReturn`: record the actual last day, as the host confirms it."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.interface import expect_transcript
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_not_early, require_return_after_arrival
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityReturned
from korpu_mobility.mobilities.policies.accounts import post_days, reckon_grant
from korpu_mobility.mobilities.refusals.corrections import WasItEarly
from korpu_mobility.mobilities.refusals.days import BeforeArrival, InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RecordReturn(Changes):
    """The stay is over as planned."""

    on: Happened
    as_planned: Annotated[bool, Field(description="All was done, although it is well before the planned day.")] = False


@mobilities.changes(
    who=DESK,
    when=[Status.ARRIVED],
    to=[Status.RETURNED],
    emits=[MobilityReturned],
    refuses=[InTheFuture, BeforeArrival, WasItEarly],
)
async def record_return(mobility: Mobility, command: RecordReturn, uow: UnitOfWork) -> None:
    """Record the actual last day, as the host confirms it."""
    require_return_after_arrival(mobility.actual_from, command.on, uow.today)
    require_not_early(mobility.planned_to, command.on, as_planned=command.as_planned)
    mobility.status, mobility.actual_to = Status.RETURNED, command.on
    post_days(mobility, uow)
    await uow.emit(mobility, MobilityReturned(on=command.on))
    await expect_transcript(mobility.id, command.on, uow)
    await reckon_grant(mobility, uow)

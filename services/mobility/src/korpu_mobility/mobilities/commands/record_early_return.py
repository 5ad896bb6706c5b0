"""`RecordEarlyReturn`: record a return before the planned last day; force majeure decides on the grant."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.learning_agreements.interface import expect_transcript
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, days_missed, days_of
from korpu_mobility.mobilities.domain.lifecycle import Cause, Status
from korpu_mobility.mobilities.facts import MobilityReturnedEarly
from korpu_mobility.mobilities.policies.accounts import post_days, reckon_grant
from korpu_mobility.mobilities.refusals.days import BeforeArrival, InTheFuture, NotEarly
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import OFFICE


class RecordEarlyReturn(Changes):
    """The stay ended before its planned last day."""

    on: Happened
    force_majeure: Annotated[bool, Field(description="Decides on the grant: nobody could help it.")]
    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(
    who=OFFICE,
    when=[Status.ARRIVED],
    to=[Status.RETURNED_EARLY],
    emits=[MobilityReturnedEarly],
    refuses=[InTheFuture, BeforeArrival, NotEarly],
)
async def record_early_return(mobility: Mobility, command: RecordEarlyReturn, uow: UnitOfWork) -> None:
    """Record a return before the planned last day; force majeure decides on the grant."""
    short = days_missed(mobility.actual_from, mobility.planned_to, command.on, uow.today)
    mobility.status, mobility.actual_to = Status.RETURNED_EARLY, command.on
    mobility.force_majeure = command.force_majeure
    uow.why = mobility.ends_for(Cause.FORCE_MAJEURE if command.force_majeure else Cause.OTHER, command.reason)
    planned = days_of(mobility.planned_from, mobility.planned_to)
    fact = MobilityReturnedEarly(
        on=command.on, force_majeure=command.force_majeure, days_planned=planned, days_short=short
    )
    post_days(mobility, uow)
    await uow.emit(mobility, fact)
    await expect_transcript(mobility.id, command.on, uow)
    await reckon_grant(mobility, uow)

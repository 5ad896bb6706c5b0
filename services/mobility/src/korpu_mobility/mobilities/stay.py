"""A stay from the arrival to the closed file."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Ects, Personal, Text
from korpu_mobility.mobilities.dates import (
    BeforeArrival,
    Happened,
    InTheFuture,
    NotEarly,
    came_back,
    came_back_early,
    days_of,
    has_happened,
)
from korpu_mobility.mobilities.lifecycle import Cause, Status
from korpu_mobility.mobilities.messages import (
    MobilityArrived,
    MobilityClosed,
    MobilityRecognised,
    MobilityReturned,
    MobilityReturnedEarly,
)
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.roles import DESK, OFFICE


class RecordArrival(Changes):
    """The person is at the host."""

    on: Happened


class RecordReturn(Changes):
    """The stay is over as planned."""

    on: Happened


class RecordEarlyReturn(Changes):
    """The stay ended before its planned last day."""

    on: Happened
    force_majeure: Annotated[bool, Field(description="Decides on the grant: nobody could help it.")]
    reason: Annotated[Text, Personal, Field(max_length=1000)]


class RecogniseMobility(Changes):
    """The sender recognises what was achieved."""

    on: Happened
    ects: Annotated[Ects | None, Field(description="Credits recognised, for stays that give credits.")] = None


class CloseMobility(Changes):
    """Nothing is left to do."""


@mobilities.changes(who=DESK, when=[Status.AGREED], to=[Status.ARRIVED], emits=[MobilityArrived], refuses=[InTheFuture])
async def record_arrival(mobility: Mobility, command: RecordArrival, uow: UnitOfWork) -> None:
    """Record the actual first day, as the host confirms it."""
    has_happened(command.on, uow.today, "on")
    mobility.status, mobility.actual_from, mobility.risk = Status.ARRIVED, command.on, None
    await uow.emit(mobility, MobilityArrived(on=command.on))


@mobilities.changes(
    who=DESK,
    when=[Status.ARRIVED],
    to=[Status.RETURNED],
    emits=[MobilityReturned],
    refuses=[InTheFuture, BeforeArrival],
)
async def record_return(mobility: Mobility, command: RecordReturn, uow: UnitOfWork) -> None:
    """Record the actual last day, as the host confirms it."""
    came_back(mobility.actual_from, command.on, uow.today)
    mobility.status, mobility.actual_to = Status.RETURNED, command.on
    await uow.emit(mobility, MobilityReturned(on=command.on))


@mobilities.changes(
    who=OFFICE,
    when=[Status.ARRIVED],
    to=[Status.RETURNED_EARLY],
    emits=[MobilityReturnedEarly],
    refuses=[InTheFuture, BeforeArrival, NotEarly],
)
async def record_early_return(mobility: Mobility, command: RecordEarlyReturn, uow: UnitOfWork) -> None:
    """Record a return before the planned last day; force majeure decides on the grant."""
    short = came_back_early(mobility.actual_from, mobility.planned_to, command.on, uow.today)
    mobility.status, mobility.actual_to = Status.RETURNED_EARLY, command.on
    mobility.force_majeure = command.force_majeure
    uow.why = mobility.ends_for(Cause.FORCE_MAJEURE if command.force_majeure else Cause.OTHER, command.reason)
    planned = days_of(mobility.planned_from, mobility.planned_to)
    fact = MobilityReturnedEarly(
        on=command.on, force_majeure=command.force_majeure, days_planned=planned, days_short=short
    )
    await uow.emit(mobility, fact)


@mobilities.changes(
    who=DESK,
    when=[Status.RETURNED, Status.RETURNED_EARLY],
    to=[Status.RECOGNISED],
    emits=[MobilityRecognised],
    refuses=[InTheFuture],
)
async def recognise_mobility(mobility: Mobility, command: RecogniseMobility, uow: UnitOfWork) -> None:
    """Record what the sender recognises; without that no stay is closed."""
    has_happened(command.on, uow.today, "on")
    mobility.status, mobility.ects = Status.RECOGNISED, command.ects
    await uow.emit(mobility, MobilityRecognised(on=command.on, ects=command.ects))


@mobilities.changes(who=OFFICE, when=[Status.RECOGNISED], to=[Status.CLOSED], emits=[MobilityClosed])
async def close_mobility(mobility: Mobility, command: CloseMobility, uow: UnitOfWork) -> None:
    """Close the file of a stay."""
    mobility.status = Status.CLOSED
    await uow.emit(mobility, MobilityClosed())

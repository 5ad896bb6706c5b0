"""Stays that change their days or do not come about."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.mobilities import line
from korpu_mobility.mobilities.apart import no_overlap
from korpu_mobility.mobilities.candidacy import mind_dates
from korpu_mobility.mobilities.dates import DatesReversed, StartNotPassed, did_not_show, in_order
from korpu_mobility.mobilities.lifecycle import BEFORE_ARRIVAL, NOT_BEGUN, Cause, GivenCause, Status
from korpu_mobility.mobilities.messages import MobilityCancelled, MobilityNotShown, MobilityReplanned
from korpu_mobility.mobilities.refusals import StaysOverlap
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import DESK, THE_PERSON

MOVABLE = (Status.WAITLISTED, Status.OFFERED, *BEFORE_ARRIVAL, Status.ARRIVED)


class ReplanMobility(Changes):
    """The sender moves the planned days, or makes the stay longer or shorter."""

    planned_from: Day
    planned_to: Day


class CancelMobility(Changes):
    """The stay will not take place."""

    cause: Annotated[GivenCause, Field(description="Published as a code; the reason stays with the person.")]
    reason: Annotated[Text, Personal, Field(max_length=1000)]


class RecordNoShow(Changes):
    """The person was expected and did not come."""

    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(who=DESK, when=MOVABLE, emits=[MobilityReplanned], refuses=[DatesReversed, StaysOverlap])
async def replan_mobility(mobility: Mobility, command: ReplanMobility, uow: UnitOfWork) -> None:
    """Change the planned days; the actual ones are the receiver's."""
    in_order(command.planned_from, command.planned_to, "planned_to")
    await uow.lock(Person, mobility.person_id, path=None)
    mobility.planned_from, mobility.planned_to = command.planned_from, command.planned_to
    await no_overlap(mobility, uow)
    mind_dates(mobility, uow)
    fact = MobilityReplanned(planned_from=command.planned_from, planned_to=command.planned_to)
    await uow.emit(mobility, fact)


@mobilities.changes(who=(*DESK, THE_PERSON), when=NOT_BEGUN, to=[Status.CANCELLED], emits=[MobilityCancelled])
async def cancel_mobility(mobility: Mobility, command: CancelMobility, uow: UnitOfWork) -> None:
    """Cancel a stay that has not begun, or leave the line; a free seat goes to the first who waits."""
    await give_up(mobility, Cause(command.cause), command.reason, uow)


@mobilities.changes(
    who=DESK,
    when=[Status.ACCEPTED, Status.AGREED],
    to=[Status.NOT_SHOWN],
    emits=[MobilityNotShown],
    refuses=[StartNotPassed],
)
async def record_no_show(mobility: Mobility, command: RecordNoShow, uow: UnitOfWork) -> None:
    """Record that the person did not come; the seat is free for somebody else."""
    did_not_show(mobility.planned_from, uow.today)
    mobility.status = Status.NOT_SHOWN
    uow.why = mobility.ends_for(Cause.OTHER, command.reason)
    await uow.emit(mobility, MobilityNotShown())
    await line.freed_by(mobility, uow)


async def give_up(mobility: Mobility, cause: Cause, reason: str | None, uow: UnitOfWork) -> None:
    """A stay that has not begun ends here, and its seat or its place in line is free."""
    mobility.status = Status.CANCELLED
    uow.why = mobility.ends_for(cause, reason)
    await uow.emit(mobility, MobilityCancelled(cause=cause))
    await line.freed_by(mobility, uow)

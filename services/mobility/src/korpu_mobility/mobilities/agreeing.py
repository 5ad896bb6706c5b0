"""The host's word on a nomination, and what is agreed for the stay."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.mobilities import line
from korpu_mobility.mobilities.dates import Happened, InTheFuture, has_happened
from korpu_mobility.mobilities.lifecycle import Cause, Status
from korpu_mobility.mobilities.messages import MobilityAccepted, MobilityAgreed, MobilityRejected
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.roles import DESK


class AcceptNomination(Changes):
    """The host takes the nominee."""

    on: Happened


class RejectNomination(Changes):
    """The host does not take the nominee."""

    on: Happened
    reason: Annotated[Text, Personal, Field(max_length=1000)]


class AgreeMobility(Changes):
    """Person, sender and host have agreed what is to be done."""

    on: Happened


@mobilities.changes(
    who=DESK, when=[Status.NOMINATED], to=[Status.ACCEPTED], emits=[MobilityAccepted], refuses=[InTheFuture]
)
async def accept_nomination(mobility: Mobility, command: AcceptNomination, uow: UnitOfWork) -> None:
    """Record that the host accepts the nominee."""
    has_happened(command.on, uow.today, "on")
    mobility.status = Status.ACCEPTED
    await uow.emit(mobility, MobilityAccepted(on=command.on))


@mobilities.changes(
    who=DESK, when=[Status.NOMINATED], to=[Status.REJECTED], emits=[MobilityRejected], refuses=[InTheFuture]
)
async def reject_nomination(mobility: Mobility, command: RejectNomination, uow: UnitOfWork) -> None:
    """Record that the host does not accept the nominee; the seat is free again."""
    has_happened(command.on, uow.today, "on")
    mobility.status = Status.REJECTED
    uow.why = mobility.ends_for(Cause.HOST, command.reason)
    await uow.emit(mobility, MobilityRejected(on=command.on))
    await line.freed_by(mobility, uow)


@mobilities.changes(who=DESK, when=[Status.ACCEPTED], to=[Status.AGREED], emits=[MobilityAgreed], refuses=[InTheFuture])
async def agree_mobility(mobility: Mobility, command: AgreeMobility, uow: UnitOfWork) -> None:
    """Record that person, sender and host agreed the content of the stay."""
    has_happened(command.on, uow.today, "on")
    mobility.status = Status.AGREED
    await uow.emit(mobility, MobilityAgreed(on=command.on))

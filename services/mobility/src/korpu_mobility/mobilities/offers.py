"""An offered seat: confirmed, declined, or lapsed after fourteen days."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.mobilities import line
from korpu_mobility.mobilities.apart import no_overlap
from korpu_mobility.mobilities.lifecycle import Cause, Status, confirm_in_time
from korpu_mobility.mobilities.messages import MobilityConfirmed, MobilityDeclined, MobilityLapsed
from korpu_mobility.mobilities.refusals import OfferLapsed, StaysOverlap
from korpu_mobility.mobilities.room import mobilities
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.tables import Person
from korpu_mobility.roles import DESK, THE_PERSON


class ConfirmPlace(Changes):
    """The person takes the offered seat."""


class DeclinePlace(Changes):
    """The person does not want the offered seat."""

    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.OFFERED],
    to=[Status.NOMINATED],
    emits=[MobilityConfirmed],
    refuses=[OfferLapsed, StaysOverlap],
)
async def confirm_place(mobility: Mobility, command: ConfirmPlace, uow: UnitOfWork) -> None:
    """Take an offered seat: from now on the person is nominated."""
    confirm_in_time(mobility.offer_until, uow.today)
    await uow.lock(Person, mobility.person_id, path=None)
    await no_overlap(mobility, uow)
    mobility.status, mobility.offer_until = Status.NOMINATED, None
    await uow.emit(mobility, MobilityConfirmed())


@mobilities.changes(who=(*DESK, THE_PERSON), when=[Status.OFFERED], to=[Status.DECLINED], emits=[MobilityDeclined])
async def decline_place(mobility: Mobility, command: DeclinePlace, uow: UnitOfWork) -> None:
    """Give an offered seat back; it goes to the next in line."""
    mobility.status = Status.DECLINED
    uow.why = mobility.ends_for(Cause.OWN_WISH, command.reason)
    await uow.emit(mobility, MobilityDeclined())
    await line.freed_by(mobility, uow)


@mobilities.due("offer-ends", emits=[MobilityLapsed])
async def offer_ends(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """An offer that nobody confirmed lapses, and the seat goes to the next in line."""
    mobility.status, mobility.risk = Status.LAPSED, None
    await uow.emit(mobility, MobilityLapsed())
    await line.freed_by(mobility, uow)

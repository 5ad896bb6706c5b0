"""`DeclinePlace`: give an offered seat back; it goes to the next in line."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Cause, Status
from korpu_mobility.mobilities.facts import MobilityDeclined
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK, THE_PERSON


class DeclinePlace(Changes):
    """The person does not want the offered seat."""

    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(who=(*DESK, THE_PERSON), when=[Status.OFFERED], to=[Status.DECLINED], emits=[MobilityDeclined])
async def decline_place(mobility: Mobility, command: DeclinePlace, uow: UnitOfWork) -> None:
    """Give an offered seat back; it goes to the next in line."""
    mobility.status = Status.DECLINED
    uow.why = mobility.ends_for(Cause.OWN_WISH, command.reason)
    await uow.emit(mobility, MobilityDeclined())
    await waiting_list.freed_by(mobility, uow)

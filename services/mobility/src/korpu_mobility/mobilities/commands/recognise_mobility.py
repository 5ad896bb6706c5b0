"""`RecogniseMobility`: record what the sender recognises; without that no stay is closed."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Ects
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import Happened, require_happened
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityRecognised
from korpu_mobility.mobilities.refusals.days import InTheFuture
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RecogniseMobility(Changes):
    """The sender recognises what was achieved."""

    on: Happened
    ects: Annotated[Ects | None, Field(description="Credits recognised, for stays that give credits.")] = None


@mobilities.changes(
    who=DESK,
    when=[Status.RETURNED, Status.RETURNED_EARLY],
    to=[Status.RECOGNISED],
    emits=[MobilityRecognised],
    refuses=[InTheFuture],
)
async def recognise_mobility(mobility: Mobility, command: RecogniseMobility, uow: UnitOfWork) -> None:
    """Record what the sender recognises; without that no stay is closed."""
    require_happened(command.on, uow.today, "on")
    mobility.status, mobility.ects = Status.RECOGNISED, command.ects
    await uow.emit(mobility, MobilityRecognised(on=command.on, ects=command.ects))

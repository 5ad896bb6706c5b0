"""`RecordNoShow`: record that the person did not come; the seat is free for somebody else."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_mobility.learning_agreements.interface import cancel_with_stay
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import require_start_passed
from korpu_mobility.mobilities.domain.lifecycle import Cause, Status
from korpu_mobility.mobilities.facts import MobilityNotShown
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import reckon_grant
from korpu_mobility.mobilities.refusals.days import StartNotPassed
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RecordNoShow(Changes):
    """The person was expected and did not come."""

    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(
    who=DESK,
    when=[Status.ACCEPTED, Status.AGREED],
    to=[Status.NOT_SHOWN],
    emits=[MobilityNotShown],
    refuses=[StartNotPassed],
)
async def record_no_show(mobility: Mobility, command: RecordNoShow, uow: UnitOfWork) -> None:
    """Record that the person did not come; the seat is free for somebody else."""
    require_start_passed(mobility.planned_from, uow.today)
    mobility.status = Status.NOT_SHOWN
    uow.why = mobility.ends_for(Cause.OTHER, command.reason)
    await uow.emit(mobility, MobilityNotShown())
    await reckon_grant(mobility, uow)
    await cancel_with_stay(mobility.id, uow)
    await waiting_list.freed_by(mobility, uow)

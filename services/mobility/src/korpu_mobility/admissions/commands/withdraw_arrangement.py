"""`WithdrawArrangement`: tell a department that its help is not needed any more."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import ARRANGING
from korpu_mobility.admissions.facts import AdmissionRequestWithdrawn
from korpu_mobility.admissions.policies.answers import take_back
from korpu_mobility.admissions.refusals.requests import ArrangementSettled, ArrangementUnknown
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class WithdrawArrangement(Changes):
    """Which request, and why."""

    request_id: UUID
    reason: Annotated[Text, Field(max_length=500)]


@admissions.changes(
    who=OFFICE, when=ARRANGING, emits=[AdmissionRequestWithdrawn], refuses=[ArrangementUnknown, ArrangementSettled]
)
async def withdraw_arrangement(admission: Admission, command: WithdrawArrangement, uow: UnitOfWork) -> None:
    """Tell a department that its help is not needed any more."""
    await take_back(admission, command.request_id, command.reason, uow)

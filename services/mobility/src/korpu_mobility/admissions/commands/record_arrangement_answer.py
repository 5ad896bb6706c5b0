"""`RecordArrangementAnswer`: write down what a department answered outside the system."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import ARRANGING
from korpu_mobility.admissions.facts import AdmissionRequestAnswered
from korpu_mobility.admissions.policies.answers import settle
from korpu_mobility.admissions.refusals.requests import (
    ArrangementNoWithoutReason,
    ArrangementSettled,
    ArrangementUnknown,
)
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.department_requests import HelpStatus
from korpu_mobility.permissions import OFFICE


class RecordArrangementAnswer(Changes):
    """What a department answered by telephone or on paper; a no says why."""

    request_id: UUID
    answer: Literal["accepted", "rejected", "done"]
    reason: Annotated[Text | None, Field(max_length=500)] = None


@admissions.changes(
    who=OFFICE,
    when=ARRANGING,
    emits=[AdmissionRequestAnswered],
    refuses=[ArrangementUnknown, ArrangementSettled, ArrangementNoWithoutReason],
)
async def record_arrangement_answer(admission: Admission, command: RecordArrangementAnswer, uow: UnitOfWork) -> None:
    """Write down what a department answered outside the system."""
    await settle(admission, command.request_id, HelpStatus(command.answer), command.reason, uow)

"""`RecordAnswer`: write down what a department answered outside the system."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING, VisitStatus
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.facts import VisitRequestAnswered
from korpu_events.visits.policies.requests import settle
from korpu_events.visits.refusals.requests import RejectionWithoutReason, RequestSettled, UnknownRequest
from korpu_events.visits.tables import Visit


class RecordAnswer(Changes):
    """What a department answered by telephone or on paper."""

    request_id: UUID
    answer: Literal["accepted", "rejected", "done"]
    reason: Annotated[Text | None, Field(description="What the department said with it; a no must say why.")] = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*ARRANGING, VisitStatus.COMPLETED],
    emits=[VisitRequestAnswered],
    refuses=[UnknownRequest, RequestSettled, RejectionWithoutReason],
)
async def record_answer(visit: Visit, command: RecordAnswer, uow: UnitOfWork) -> None:
    """Write down what a department answered outside the system."""
    await settle(visit, command.request_id, RequestStatus(command.answer), command.reason, uow)

"""What a department answers to a request of an admission, by whichever way it came."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.domain.requests import arrangements
from korpu_mobility.admissions.facts import AdmissionRequestAnswered, AdmissionRequestWithdrawn
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.department_requests import HelpStatus


async def settle(
    admission: Admission,
    request_id: UUID,
    answer: HelpStatus,
    reason: str | None,
    uow: UnitOfWork,
    *,
    version: int | None = None,
) -> None:
    """Let a department's answer take effect; one that came on the topic has a version."""
    before = arrangements.request_of(admission.requests, request_id)
    admission.requests = arrangements.answered(admission.requests, request_id, answer, uow.today, reason, version)
    said = before.model_dump(include={"department", "help"})
    fact = AdmissionRequestAnswered(request_id=request_id, answer=answer, before=before.status, reason=reason, **said)
    await uow.emit(admission, fact)


async def take_back(admission: Admission, request_id: UUID, reason: str, uow: UnitOfWork) -> None:
    """A department's help is not needed any more, and it hears why."""
    request = arrangements.request_of(admission.requests, request_id)
    admission.requests = arrangements.answered(admission.requests, request_id, HelpStatus.WITHDRAWN, uow.today, reason)
    said = request.model_dump(include={"department", "help"})
    await uow.emit(admission, AdmissionRequestWithdrawn(request_id=request_id, reason=reason, **said))

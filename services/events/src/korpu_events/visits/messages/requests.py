"""What is said of requests to departments."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from korpu_chassis.commands.state import Fact
from korpu_events.visits.words import RequestStatus


class VisitRequestMade(Fact):
    """A department was asked for help."""

    request_id: UUID
    department: str
    due: date


class VisitRequestAnswered(Fact):
    """A department has said yes, no, or done."""

    request_id: UUID
    department: str
    answer: RequestStatus


class VisitRequestWithdrawn(Fact):
    """A department need not help any more."""

    request_id: UUID
    department: str
    reason: str


class LateRequest(BaseModel):
    """A request that nobody has answered in time."""

    request_id: UUID
    department: str


class VisitRequestsLate(Fact):
    """Departments have not answered by the due date."""

    late: tuple[LateRequest, ...]

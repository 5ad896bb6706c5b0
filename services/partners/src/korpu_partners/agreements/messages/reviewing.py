"""What is said while an agreement goes round."""

from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.routes import Step


class AgreementSubmitted(Fact):
    """Its review has begun, or goes on after repair."""

    terms_version: int


class AgreementApprovalGiven(Fact):
    """One office, or the partner, approves the terms."""

    by: Step
    organisation_id: UUID | None
    terms_version: int


class AgreementApproved(Fact):
    """All have approved the terms: they can be signed."""

    terms_version: int


class AgreementReturned(Fact):
    """A reviewer wants it repaired."""

    by: Step
    organisation_id: UUID | None
    reason: str


class AgreementReviewOverdue(Fact):
    """A review step was not decided in its time."""

    steps: tuple[Step, ...]


class AgreementAbandoned(Fact):
    """It will not be agreed."""

    reason: str

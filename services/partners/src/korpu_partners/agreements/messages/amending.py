"""What is said of the amendments of an agreement."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.routes import Step


class AgreementAmendmentProposed(Fact):
    """A change of the signed terms is being reviewed."""

    number: int


class AgreementAmendmentApprovalGiven(Fact):
    """One office, or the partner, approves an amendment."""

    number: int
    by: Step
    organisation_id: UUID | None


class AgreementAmendmentApproved(Fact):
    """All have approved an amendment: it can be signed."""

    number: int


class AgreementAmendmentSigned(Fact):
    """All parties have signed an amendment."""

    number: int
    on: date
    effective: date


class AgreementAmended(Fact):
    """An amendment has taken effect: the terms are other than before."""

    number: int
    terms_version: int


class AgreementAmendmentDropped(Fact):
    """An amendment will not be agreed."""

    number: int
    reason: str

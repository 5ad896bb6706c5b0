"""What is said while an agreement is written."""

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.routes import Step


class AgreementDrafted(Fact):
    """Somebody has written a first draft."""


class AgreementCorrected(Fact):
    """Its title is other than before; the terms are not."""


class AgreementAssigned(Fact):
    """Others look after it now."""

    owner: str
    backup: str | None


class AgreementDocumentAdded(Fact):
    """A paper was put to it."""

    reference: str


class AgreementDocumentRemoved(Fact):
    """A paper did not belong to it."""

    reference: str
    reason: str


class AgreementTermsChanged(Fact):
    """What is agreed is other than before; approvals of the former terms are void."""

    terms_version: int
    voided: tuple[Step, ...]


class AgreementRuleWaived(Fact):
    """The head has allowed an exception."""

    rule: str
    reason: str

"""What is said when an agreement is signed and binds."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact


class AgreementSigned(Fact):
    """All parties have signed what was approved."""

    on: date
    terms_version: int
    visit_id: UUID | None


class AgreementInForce(Fact):
    """Its first day has come."""

    on: date

"""What is said when an agreement rests or ends early."""

from datetime import date

from korpu_chassis.commands.state import Fact
from korpu_partners.agreements.endings import Initiative


class AgreementSuspended(Fact):
    """It rests: nothing new begins under it."""

    until: date | None
    reason: str


class AgreementResumed(Fact):
    """It rests no more."""


class AgreementTerminationGiven(Fact):
    """Notice was given: it ends early."""

    effective: date
    wished_by: Initiative
    reason: str


class AgreementTerminated(Fact):
    """It has ended early."""

    on: date

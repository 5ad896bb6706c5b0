"""What is said of agreements that were signed before the office wrote here."""

from datetime import date

from korpu_chassis.commands.state import Fact


class AgreementRecorded(Fact):
    """An agreement of the past was entered as it was signed."""

    on: date
    number: str | None


class AgreementAnnulled(Fact):
    """It was entered by mistake; its number stays used."""

    reason: str

"""Whether the days of a stay fit those on which its agreement binds."""

from dataclasses import dataclass
from datetime import date

from korpu_chassis.refusals import Notice
from korpu_mobility.mobilities.refusals.agreement_end import (
    AfterTermination,
    AgreementTerminating,
    BeginsAfterAgreement,
    EndsAfterAgreement,
)


@dataclass(frozen=True)
class AgreementEnd:
    """Until when an agreement binds: its last day, the first day of a termination, and whether it goes on after."""

    last_day: date | None = None
    terminates_on: date | None = None
    goes_on: bool = False

    def outlasted_by(self, last: date | None) -> bool:
        """Say whether a stay with this last day would not be over when the termination takes effect."""
        return self.terminates_on is not None and last is not None and last >= self.terminates_on


UNKNOWN_END = AgreementEnd()


def warning_of_end(first: date, last: date, end: AgreementEnd) -> Notice | None:
    """Refuse a stay that the agreement cannot carry, and give the warning that goes with one that it can."""
    if end.terminates_on is not None:
        if end.outlasted_by(last):
            raise AfterTermination("planned_to", terminates_on=end.terminates_on)
        return AgreementTerminating("condition_id", terminates_on=end.terminates_on)
    if end.last_day is None or last <= end.last_day:
        return None
    if first > end.last_day and not end.goes_on:
        raise BeginsAfterAgreement("planned_from", ends=end.last_day)
    return EndsAfterAgreement("planned_to", ends=end.last_day)

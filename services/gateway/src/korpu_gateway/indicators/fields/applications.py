"""Applications to opportunities: submitted in the period, and what became of those."""

from korpu_gateway.indicators.definitions import Day, Indicator, Unit
from korpu_gateway.indicators.dimensions import UNIT, status
from korpu_gateway.reads.permissions import OFFICE

SEEN = OFFICE | {"faculty_coordinator", "rectorate", "auditor"}
SUBMITTED = {"submittedSince": ":from", "submittedUntil": ":to"}
OFFERED = ["offered", "confirmed", "declined", "lapsed"]


def submitted(code: str, *statuses: str) -> Indicator:
    """Applications that were submitted in the period, where they stand so."""
    where = {**SUBMITTED, "status": list(statuses)} if statuses else SUBMITTED
    by = (UNIT, status("ApplicationStatus"))
    return Indicator(code, "application", Day.PERIOD, Unit.APPLICATIONS, by, where, of_persons=True, seen_by=SEEN)


INDICATORS = (
    submitted("applications-submitted"),
    submitted("applications-offered", *OFFERED),
    submitted("applications-awarded", "confirmed"),
)

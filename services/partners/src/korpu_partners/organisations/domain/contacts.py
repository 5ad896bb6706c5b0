"""The order of a contact's days."""

from korpu_chassis.validation.codes import Day
from korpu_partners.organisations.refusals.general import ContactReversed


def require_ordered_days(begins: Day | None, ends: Day | None, path: str) -> None:
    """A contact has its days in order."""
    if begins and ends and ends < begins:
        raise ContactReversed(path, begins=begins.isoformat())

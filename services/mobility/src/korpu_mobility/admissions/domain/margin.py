"""How long a passport has to be valid beyond a permit."""

from calendar import monthrange
from datetime import date

from korpu_mobility.admissions.refusals.migration import PassportTooShort

MONTHS = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def require_margin(passport_to: date | None, needed: date) -> None:
    """The passport reaches that day; one that nobody has recorded does not."""
    if passport_to is None or passport_to < needed:
        raise PassportTooShort("until", needed=needed)

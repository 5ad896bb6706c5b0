"""House rules on registers that change from a day on: how long what stands in their rows is kept."""

from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class Months(Rule):
    """So many months."""

    months: Annotated[int, Field(ge=1, le=120)]


ROWS_KEPT = Rulebook("registers.rows_kept", Months, "korpu_registers")


def last_day_of_rows(worked_on: date) -> date:
    """The last day on which rows are kept after somebody last worked with them, that day included."""
    months = ROWS_KEPT.holding(worked_on).months
    year, month = divmod(worked_on.year * 12 + worked_on.month - 1 + months, 12)
    return date(year, month + 1, min(worked_on.day, monthrange(year, month + 1)[1]))

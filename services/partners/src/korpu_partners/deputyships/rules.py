"""What holds for deputyships from a day on: how long one lasts at most."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.dated_rules import Rule, Rulebook


class CalendarDays(Rule):
    """So many days, whether worked or not."""

    days: Annotated[int, Field(ge=1, le=366)]


LONGEST = Rulebook("partners.deputyship_longest", CalendarDays, __package__)

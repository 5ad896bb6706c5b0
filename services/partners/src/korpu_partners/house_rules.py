"""House rules that change from a day on: when somebody is dormant, how long persons are kept."""

import tomllib
from calendar import monthrange
from datetime import date
from functools import cache
from importlib.resources import files

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day


class HouseRule(Part):
    """How many months a rule gives, since when it holds, and where it is written."""

    since: Day
    months: int
    source: str


@cache
def house_rules(name: str) -> tuple[HouseRule, ...]:
    """Every form that a rule had, the latest first."""
    known = tomllib.loads(files(__package__).joinpath("house_rules.toml").read_text("utf-8"))
    return tuple(sorted((HouseRule(**each) for each in known[name]), key=lambda rule: rule.since, reverse=True))


def rule_on(name: str, day: date) -> HouseRule:
    """The form of a rule that held on this day; before the first one, the first."""
    forms = house_rules(name)
    return next((each for each in forms if each.since <= day), forms[-1])


def last_day(name: str, since: date) -> date:
    """The last day of the span that a rule gives from a day on, that day included."""
    months = rule_on(name, since).months
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))

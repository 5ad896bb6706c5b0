"""Within how many working days a report on a trip is due, from a day on."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from korpu_chassis.persistence.store import Part
from korpu_chassis.workdays.counting import working_days_after


class ReportRule(Part):
    """The time for a report, since when it holds, and who says so."""

    since: date
    working_days: int
    source: str


@cache
def report_rules() -> tuple[ReportRule, ...]:
    """Every form of the rule, the latest first."""
    known = tomllib.loads(files(__package__).joinpath("report_rules.toml").read_text("utf-8"))["report_within"]
    return tuple(sorted((ReportRule(**each) for each in known), key=lambda rule: rule.since, reverse=True))


def report_due_after(day: date) -> date:
    """The last day for a report that can be written from this day on, by the rule of that day."""
    rule = next(each for each in report_rules() if each.since <= day)
    return working_days_after(day, rule.working_days)

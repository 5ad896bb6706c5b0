"""Within which time a letter is answered: effective-dated configuration, each rule with its source."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from korpu_chassis.workdays.counting import working_days_after
from korpu_partners.letters.domain.lifecycle import Nature
from korpu_partners.letters.parts import AnsweringTime


@cache
def answering_times() -> Sequence[AnsweringTime]:
    """Every rule that holds or held, the newest first."""
    known = tomllib.loads(files(__package__).joinpath("answering_times.toml").read_text("utf-8"))
    rules = TypeAdapter(list[AnsweringTime]).validate_python(known["rule"])
    return sorted(rules, key=lambda rule: rule.since, reverse=True)


def answering_time(nature: Nature, day: date) -> AnsweringTime | None:
    """The rule for letters of this nature that held on this day."""
    return next((rule for rule in answering_times() if rule.nature is nature and rule.since <= day), None)


def due_by(rule: AnsweringTime, day: date) -> date:
    """The last day to answer what was registered on this day."""
    return working_days_after(day, rule.working_days)

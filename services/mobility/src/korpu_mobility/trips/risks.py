"""How risky countries are to travel to: what the operator gives, from a day on."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field, FilePath, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from korpu_chassis.configuration.setting_files import PREFIX
from korpu_chassis.persistence.store import Part
from korpu_chassis.stopping import Stopping
from korpu_chassis.validation.codes import Country
from korpu_mobility.trips.domain.lifecycle import Risk


class CountryRisk(Part):
    """How risky a country is from a day on, and who says so."""

    country: Country
    since: date
    level: Risk
    source: Annotated[str, Field(min_length=1)]


class RiskTable(Part):
    """All that is known of risks."""

    risk: tuple[CountryRisk, ...] = ()


class TravelRisk(BaseSettings):
    """`KORPU_TRAVEL_RISK` is a file with levels of countries; a country that is not in it is as any other."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    travel_risk: FilePath | None = None


@cache
def risk_table() -> tuple[CountryRisk, ...]:
    """The levels that hold here; none without a file."""
    try:
        given = TravelRisk().travel_risk
        return RiskTable.model_validate(tomllib.loads(given.read_text("utf-8")) if given else {}).risk
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as wrong:
        raise Stopping(f"{PREFIX}TRAVEL_RISK names no file with risks of countries: {wrong}") from None


async def check_risks() -> None:
    """End the start when the operator's levels cannot be read."""
    risk_table()


def risks_of(countries: Sequence[str], day: date) -> tuple[CountryRisk, ...]:
    """The form of each country's level that holds on a day; countries of which nothing is said are left out."""
    found = []
    for country in countries:
        forms = [each for each in risk_table() if each.country == country and each.since <= day]
        found += [max(forms, key=lambda each: each.since)] if forms else []
    return tuple(found)

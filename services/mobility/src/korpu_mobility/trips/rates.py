"""The table of daily rates: what the release knows, and what the operator gives."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Self

from pydantic import Field, FilePath, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from korpu_chassis.configuration.setting_files import PREFIX
from korpu_chassis.persistence.store import Part
from korpu_chassis.stopping import Stopping
from korpu_chassis.validation.codes import Country, Currency
from korpu_mobility.trips.domain import per_diem

Hundredths = Annotated[int, Field(ge=0, le=per_diem.WHOLE)]
Source = Annotated[str, Field(min_length=1)]


class RateLine(Part):
    """A line of the table: a country, perhaps a city, and what is paid there from a day on."""

    country: Country
    city: str | None = None
    since: date
    amount: Annotated[Decimal, Field(gt=0, lt=10**6, decimal_places=2)]
    currency: Currency
    source: Source


class ShareLine(Part):
    """What of a rate is for what, from a day on."""

    since: date
    lodging: Hundredths
    meals: Hundredths
    other: Hundredths
    source: Source

    @model_validator(mode="after")
    def _makes_the_whole(self) -> Self:
        if self.lodging + self.meals + self.other != per_diem.WHOLE:
            raise ValueError(f"the shares since {self.since} are not {per_diem.WHOLE} together")
        return self


class Table(Part):
    """All that is known of rates."""

    rates: tuple[RateLine, ...] = ()
    shares: tuple[ShareLine, ...] = ()


class PerDiem(BaseSettings):
    """`KORPU_PER_DIEM` is a file of the form of `per_diem.toml` with rates, and with shares where those changed."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    per_diem: FilePath | None = None


@cache
def table() -> Table:
    """The rates and shares that hold here."""
    known = Table.model_validate(_read(files(__package__).joinpath("per_diem.toml").read_text("utf-8")))
    try:
        given = PerDiem().per_diem
        further = Table.model_validate(_read(given.read_text("utf-8"))) if given else Table()
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as wrong:
        raise Stopping(f"{PREFIX}PER_DIEM names no file with daily rates: {wrong}") from None
    return Table(rates=(*known.rates, *further.rates), shares=(*known.shares, *further.shares))


async def check_rates() -> None:
    """End the start when the operator's rates cannot be read."""
    table()


def rates() -> tuple[per_diem.Rate, ...]:
    """The rates, as the rules weigh them."""
    return tuple(per_diem.Rate(**each.model_dump()) for each in table().rates)


def shares() -> tuple[per_diem.Shares, ...]:
    """The shares, as the rules weigh them."""
    return tuple(per_diem.Shares(**each.model_dump()) for each in table().shares)


def _read(text: str) -> Mapping[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)

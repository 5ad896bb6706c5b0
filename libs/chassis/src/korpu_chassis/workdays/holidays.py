"""Holidays: those of each year, those that are announced for one, and the days to which they are moved."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, FilePath, TypeAdapter, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from korpu_chassis.configuration.setting_files import PREFIX
from korpu_chassis.stopping import Stopping

SATURDAY = 5


class Announced(BaseModel):
    """What the Cabinet of Ministers has announced for a year, and where that is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year: Annotated[int, Field(ge=1995, le=2200)]
    ramazan: Annotated[tuple[date, ...], Field(min_length=2, max_length=2)]
    qurban: Annotated[tuple[date, ...], Field(min_length=2, max_length=2)]
    closed: tuple[date, ...] = ()
    open: tuple[date, ...] = ()
    source: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _of_its_year(self) -> Self:
        if any(day.year != self.year for day in (*self.ramazan, *self.qurban, *self.closed, *self.open)):
            raise ValueError(f"a day is not of {self.year}")
        return self


class Holidays(BaseSettings):
    """`KORPU_HOLIDAYS` is a file of the form of `holidays.toml` with further years; what it says of a year counts."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    holidays: FilePath | None = None


@cache
def announced() -> Mapping[int, Announced]:
    """The years of which all holidays are known."""
    try:
        given = Holidays().holidays
        years = (*_years(_known()), *(_years(_read(given)) if given else ()))
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as wrong:
        raise Stopping(f"{PREFIX}HOLIDAYS names no file with years of holidays: {wrong}") from None
    return {each.year: each for each in years}


@cache
def free_days(year: int) -> frozenset[date]:
    """The days of a year that are no working days by law, weekends apart."""
    known = announced().get(year)
    always = [date.fromisoformat(f"{year}-{day}") for day in _known()["holidays"]["days"]]
    mourning = [date.fromisoformat(f"{year}-{day}") for day in _known()["mourning"]["days"]]
    yearly = (*known.ramazan, *known.qurban) if known else ()
    moved = _moved(Counter((*always, *yearly)), frozenset(known.closed) if known else frozenset())
    return frozenset({*always, *yearly, *mourning, *moved, *(known.closed if known else ())})


def worked_days(year: int) -> Sequence[date]:
    """The days of rest of a year that are worked, in exchange for others."""
    known = announced().get(year)
    return known.open if known else ()


def _moved(holidays: Mapping[date, int], closed: frozenset[date]) -> Iterator[date]:
    """The next working days, for a holiday at a weekend and for two on one day (Labour Code, 105.5 and 105.6)."""
    taken = {*holidays, *closed}
    for day in sorted(holidays):
        for _ in range(holidays[day] - 1 + (day.weekday() >= SATURDAY)):
            free = day
            while free in taken or free.weekday() >= SATURDAY:
                free += timedelta(days=1)
            taken.add(free)
            yield free


def _years(table: Mapping[str, Any]) -> list[Announced]:
    return TypeAdapter(list[Announced]).validate_python(table.get("year", []))


@cache
def _known() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("holidays.toml").read_text("utf-8"))


def _read(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))

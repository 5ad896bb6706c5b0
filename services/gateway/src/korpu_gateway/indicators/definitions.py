"""What an indicator is: which facts it counts, on which day, and by what it can be broken down."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import Any

from korpu_gateway.reads.permissions import STAFF

Spoken = Mapping[str, str]
FIELDS = "korpu_gateway.indicators.fields"


class Day(Enum):
    """Which documents are read, and what the period means."""

    PERIOD = "period"
    """Facts of the period, as the documents of the as-of day tell them: a later correction of them is counted."""
    LAST_DAY = "last_day"
    """What was so on the last day of the period, by the dates that the documents of the as-of day hold."""
    AS_IT_STOOD = "as_it_stood"
    """What was so on the last day of the period, as the documents of that day told it."""


class Unit(Enum):
    """What a value is a number of."""

    AGREEMENTS = "agreements"
    PARTNERS = "partners"
    STAYS = "stays"
    PERSON_MONTHS = "person_months"
    STAFF_DAYS = "staff_days"
    PLACES = "places"
    ADMISSIONS = "admissions"
    APPLICATIONS = "applications"
    VISITS = "visits"
    EVENTS = "events"
    PEOPLE = "people"
    TRIPS = "trips"
    DAYS = "days"
    PUBLICATIONS = "publications"
    LETTERS = "letters"
    ENQUIRIES = "enquiries"
    PROPOSALS = "proposals"
    ACTION_POINTS = "action_points"
    PERCENT = "percent"


class Measure(Enum):
    """How the facts become one number; `m` is what is measured of each."""

    COUNT = "count(DISTINCT id)::numeric"
    TOTAL = "coalesce(sum(m), 0)::numeric"
    MEAN_OF_EACH = "(sum(m) / count(DISTINCT id))::numeric"
    MEDIAN = "(percentile_cont(0.5) WITHIN GROUP (ORDER BY m))::numeric"
    NINETIETH = "(percentile_cont(0.9) WITHIN GROUP (ORDER BY m))::numeric"
    SHARE = "100.0 * count(DISTINCT id) FILTER (WHERE m = 1) / nullif(count(DISTINCT id), 0)"


@dataclass(frozen=True)
class Dimension:
    """By what facts are broken down.

    Expressions are SQL on `r`, the row of a document with its columns and `r.doc`; on `e`, the part of it that is
    counted; or on `d`, an element of `each`. `partner` makes an organisation's id the partner that it goes on in, and
    `country` that partner's country.
    """

    code: str
    expression: str
    each: str | None = None
    """A JSON array of the document: it counts once under each of the elements."""
    through: str | None = None
    field: str | None = None
    """The field of the list's filter that keeps the rows of one code."""
    words: str | None = None
    """The enum whose words the codes are."""


@dataclass(frozen=True)
class Beside:
    """What is counted of other things for each of these: one table, and how it is joined to `r` and `e`.

    `@name` stands for the documents of a kind at the same instant.
    """

    name: str
    select: str
    on: str


@dataclass(frozen=True)
class Indicator:
    """One number of the office, and everything that it may be broken down by."""

    code: str
    kind: str
    day: Day
    unit: Unit
    dimensions: Sequence[Dimension]
    where: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the list's filter; `:from`, `:to` and `:day` are the days of the period."""
    also: str | None = None
    """What no list can be filtered by, in SQL; then no list holds the same rows."""
    parts: str | None = None
    """A JSON array of the document, each element of which is counted as `e.value`."""
    of_parts: str | None = None
    """Which elements, in SQL on `e`."""
    measure: Measure = Measure.COUNT
    measured: str = "1"
    reckoned: Mapping[str, str] = field(default_factory=dict)
    """What `measured` takes of the document alone, by the `[name]` that it has there."""
    beside: Sequence[Beside] = ()
    version: int = 1
    of_persons: bool = False
    """Few of them could be recognised: cells below five are for the office alone."""
    seen_by: frozenset[str] = STAFF

    def dimension(self, code: str) -> Dimension | None:
        """The dimension of this code."""
        return next((each for each in self.dimensions if each.code == code), None)

    @property
    def listed(self) -> bool:
        """Whether the list of the kind can be filtered to what is counted."""
        return self.also is None and not self.parts and not self.beside

    @property
    def name(self) -> Spoken:
        """What it is called, in each language."""
        return texts()[self.code]["name"]

    @property
    def definition(self) -> Spoken:
        """What is counted, in each language."""
        return texts()[self.code]["definition"]


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by its code, in the order of the codes."""
    found = import_module(FIELDS)
    modules = [import_module(f"{FIELDS}.{each.name}") for each in iter_modules(found.__path__)]
    declared: list[Indicator] = [each for module in modules for each in module.INDICATORS]
    return {each.code: each for each in sorted(declared, key=lambda each: each.code)}


@cache
def texts() -> Mapping[str, Mapping[str, Spoken]]:
    """Names and definitions: one file for each field, beside its module."""
    place = files(FIELDS)
    held = [tomllib.loads(each.read_text("utf-8")) for each in place.iterdir() if each.name.endswith(".toml")]
    return {code: told for file in held for code, told in file.items()}


@cache
def words() -> Mapping[str, Mapping[str, Spoken]]:
    """What dimensions and units are called."""
    held: Mapping[str, Mapping[str, Spoken]] = tomllib.loads(
        files("korpu_gateway.indicators").joinpath("words.toml").read_text("utf-8")
    )
    return held

"""What holds for trips from a day on: the report, its reminders, daily rates, and how risky countries are."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from korpu_chassis.dated_rules import Ladder, Rule, Rulebook, WorkingDays
from korpu_chassis.validation.codes import Country, Currency
from korpu_chassis.workdays.counting import working_days_after
from korpu_mobility.trips.domain import per_diem
from korpu_mobility.trips.domain.lifecycle import Risk

Hundredths = Annotated[int, Field(ge=0, le=per_diem.WHOLE)]


class RateLine(Rule):
    """What is paid for a night in a country, perhaps in one of its cities."""

    country: Country
    city: str | None = None
    amount: Annotated[Decimal, Field(gt=0, lt=10**6, decimal_places=2)]
    currency: Currency


class ShareLine(Rule):
    """What of a rate is for what."""

    lodging: Hundredths
    meals: Hundredths
    other: Hundredths

    @model_validator(mode="after")
    def _makes_the_whole(self) -> Self:
        if self.lodging + self.meals + self.other != per_diem.WHOLE:
            raise ValueError(f"the shares since {self.since} are not {per_diem.WHOLE} together")
        return self


class CountryRisk(Rule):
    """How risky a country is to travel to; a country of which nothing is said is as any other."""

    country: Country
    level: Risk

    @property
    def about(self) -> str:
        """Each country has its own level."""
        return self.country


REPORT_WITHIN = Rulebook("mobility.trip_report", WorkingDays, __package__)
REPORT_SOON = Rulebook("mobility.trip_report_soon", WorkingDays, __package__)
REPORT_ASKED_AGAIN = Rulebook("mobility.trip_report_reminders", Ladder, __package__)
RATES = Rulebook("mobility.per_diem", RateLine, __package__)
SHARES = Rulebook("mobility.per_diem_shares", ShareLine, __package__)
RISKS = Rulebook("mobility.travel_risk", CountryRisk, __package__)


def report_due_after(day: date) -> date:
    """The last day for a report that can be written from this day on, by the rule of that day."""
    return working_days_after(day, REPORT_WITHIN.holding(day).working_days)


def rates() -> tuple[per_diem.Rate, ...]:
    """The rates, as the rules weigh them."""
    return tuple(per_diem.Rate(**each.model_dump()) for each in RATES.forms())


def shares() -> tuple[per_diem.Shares, ...]:
    """The shares, as the rules weigh them."""
    return tuple(per_diem.Shares(**each.model_dump()) for each in SHARES.forms())


def risks_of(countries: Sequence[str], day: date) -> tuple[CountryRisk, ...]:
    """The level of each country that holds on a day; countries of which nothing is said are left out."""
    found = (RISKS.on(day, country) for country in countries)
    return tuple(each for each in found if each)

"""The pieces of a trip's money; they stay with their owner, and messages tell what finance has to do."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Currency, Day, Money, Personal, Text


class Payer(StrEnum):
    """Who pays for something."""

    OWN = "own"
    HOST = "host"
    THIRD = "third"


class FundingLine(Part):
    """One thing that costs money besides the daily allowance, and who pays for it."""

    payer: Payer
    what: Annotated[Text, Personal, Field(max_length=200)]
    planned: Money


class SpentLine(Part):
    """One thing that was paid for, and by whom."""

    payer: Payer
    what: Annotated[Text, Personal, Field(max_length=200)]
    actual: Money


class Provided(Part):
    """Nights for which the host lodges, feeds, or both."""

    first_night: Day
    last_night: Day
    lodging: bool = False
    meals: bool = False


class AllowanceLine(Part):
    """What is paid for one night, by which form of which rate."""

    night: date
    country: Country
    city: str
    travelling: bool
    rate: Decimal
    currency: Currency
    share: Annotated[int, Field(description="Hundredths of the rate.")]
    amount: Decimal
    since: date
    source: str

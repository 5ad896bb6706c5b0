"""The reciprocity ledger: what a stay counts for, and what is posted when that turns out otherwise."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from korpu_mobility.mobilities.domain.grant import CENT, DAYS_A_MONTH
from korpu_mobility.mobilities.domain.lifecycle import Audience
from korpu_mobility.mobilities.parts import LedgerUnit, Posting


def counted(audience: str, days: int) -> tuple[LedgerUnit, Decimal]:
    """Students count in months of thirty days, staff in days."""
    if audience == Audience.STAFF:
        return LedgerUnit.STAFF_DAYS, Decimal(days)
    return LedgerUnit.PERSON_MONTHS, (Decimal(days) / DAYS_A_MONTH).quantize(CENT, ROUND_HALF_UP)


def missing_postings(
    known: Sequence[Posting], academic_year: str, unit: LedgerUnit, amount: Decimal, on: date
) -> tuple[Posting, ...]:
    """What is still to be posted so that the year has this amount and no other has any; nothing is edited."""
    owed = {(academic_year, unit): amount}
    for each in known:
        key = (each.academic_year, each.unit)
        owed[key] = owed.get(key, Decimal(0)) - each.amount
    return tuple(
        Posting(on=on, academic_year=year, unit=unit, amount=difference)
        for (year, unit), difference in sorted(owed.items())
        if difference
    )

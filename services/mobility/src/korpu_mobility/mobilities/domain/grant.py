"""What the sources of a grant pay for so many days."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from korpu_mobility.mobilities.domain.dates import days_of
from korpu_mobility.mobilities.domain.lifecycle import NOT_BEGUN, STAYED
from korpu_mobility.mobilities.parts import GrantAmount, GrantRow, Per

CENT = Decimal("0.01")
DAYS_A_MONTH = 30
"""A month of a grant is thirty days, and parts of it are paid by the day (Erasmus+ Programme Guide, 2024)."""


def days_paid(status: str, planned: tuple[date, date], actual: tuple[date | None, date | None]) -> int:
    """The actual days once they are known, the planned ones until then, and none of a stay that did not take place."""
    if status not in (*NOT_BEGUN, *STAYED):
        return 0
    arrived, left = actual
    return days_of(arrived or planned[0], left) if left else days_of(*planned)


def amounts(rows: Iterable[GrantRow], days: int) -> tuple[GrantAmount, ...]:
    """What each row comes to for so many days."""
    return tuple(
        GrantAmount(source=each.source, amount=_amount(each, days), currency=each.rate.currency) for each in rows
    )


def differences(now: Sequence[GrantAmount], before: Sequence[GrantAmount]) -> tuple[GrantAmount, ...]:
    """By how much each source pays more, or below zero less, than was said before."""
    sums: dict[tuple[str, str], Decimal] = {}
    for sign, said in ((1, now), (-1, before)):
        for each in said:
            key = (each.source.value, each.currency)
            sums[key] = sums.get(key, Decimal(0)) + sign * each.amount
    return tuple(
        GrantAmount.model_validate({"source": source, "amount": amount, "currency": currency})
        for (source, currency), amount in sorted(sums.items())
        if amount
    )


def _amount(row: GrantRow, days: int) -> Decimal:
    times = {Per.DAY: Decimal(days), Per.MONTH: Decimal(days) / DAYS_A_MONTH, Per.STAY: Decimal(bool(days))}
    return (row.rate.amount * times[row.per]).quantize(CENT, ROUND_HALF_UP)

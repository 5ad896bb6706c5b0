"""Settling a trip: what it cost the university, less what was paid before."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol


class Amount(Protocol):
    """Money, as far as sums go."""

    @property
    def amount(self) -> Decimal:
        """How much."""

    @property
    def currency(self) -> str:
        """Of what."""


def balance_of(costs: Iterable[Amount], advance: Amount | None) -> dict[str, Decimal]:
    """What is still to be paid in each currency; below zero it goes back. Currencies are never mixed."""
    sums: dict[str, Decimal] = {}
    for each in costs:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
    if advance:
        sums[advance.currency] = sums.get(advance.currency, Decimal(0)) - advance.amount
    return dict(sorted(sums.items()))

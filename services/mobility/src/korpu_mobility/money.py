"""Sums of money: of trips and of grants, each currency for itself."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Currency, Money


class Amount(Protocol):
    """Money, as far as sums go."""

    @property
    def amount(self) -> Decimal:
        """How much."""

    @property
    def currency(self) -> str:
        """Of what."""


class Balance(Part):
    """What is still to be paid in a currency; below zero, what goes back to the university."""

    amount: Decimal
    currency: Currency


def totals(amounts: Iterable[Amount]) -> tuple[Money, ...]:
    """All together, one amount a currency."""
    return tuple(Money(amount=amount, currency=currency) for currency, amount in balance_of(amounts, None).items())


def balance_of(costs: Iterable[Amount], advance: Amount | None) -> dict[str, Decimal]:
    """What is still to be paid in each currency; below zero it goes back. Currencies are never mixed."""
    sums: dict[str, Decimal] = {}
    for each in costs:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
    if advance:
        sums[advance.currency] = sums.get(advance.currency, Decimal(0)) - advance.amount
    return dict(sorted(sums.items()))

"""Somebody of ours is going to where a partner is, and there is something to speak of."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Literal, Protocol
from uuid import UUID

from korpu_partners.agreements.domain.lifecycle import BINDING, Status
from korpu_partners.agreements.terms import Obligation, Value


class Occasion(StrEnum):
    """What there is to speak of."""

    EXPIRING = "expiring"
    OBLIGATION = "obligation"


class JourneyNear(Value):
    """A trip or a delegation of ours that comes near a partner of the agreement."""

    kind: Literal["trip", "visit"]
    id: UUID
    organisation_id: UUID
    starts: date
    ends: date
    occasions: tuple[Occasion, ...]


class Standing(Protocol):
    """An agreement, as far as it gives an occasion."""

    @property
    def status(self) -> str:
        """Where it stands."""

    @property
    def obligations(self) -> Sequence[Obligation]:
        """What is promised."""


def occasions_of(agreement: Standing, on: date) -> tuple[Occasion, ...]:
    """What somebody who goes there from this day on can speak of; nothing where all is well."""
    return tuple(_occasions(agreement, on))


def _occasions(agreement: Standing, on: date) -> Iterator[Occasion]:
    if agreement.status == Status.EXPIRING:
        yield Occasion.EXPIRING
    if agreement.status in BINDING and any(each.due is None or each.due >= on for each in agreement.obligations):
        yield Occasion.OBLIGATION

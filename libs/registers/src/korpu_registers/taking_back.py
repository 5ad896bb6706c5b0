"""What keeps an import from being taken back."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from korpu_chassis.persistence.store import audit


def touched_by_hand(ids: Collection[UUID]) -> Select[Any]:
    """The ids of those with which somebody has done something since they were entered; a clock is nobody."""
    by_hand = (audit.c.aggregate_id.in_(ids), audit.c.version > 1, ~audit.c.subject.startswith("system:"))
    return select(audit.c.aggregate_id).where(*by_hand)

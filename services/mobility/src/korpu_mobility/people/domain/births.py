"""When somebody can have been born."""

from datetime import date

from korpu_mobility.people.refusals import BornInTheFuture


def require_born(on: date | None, today: date) -> None:
    """Nobody is born after today."""
    if on is not None and on > today:
        raise BornInTheFuture("birth_date")

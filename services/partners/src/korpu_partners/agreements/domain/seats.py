"""The seats that conditions open, for whom they are, and whether both sides give as much as they take."""

from collections.abc import Iterable

from korpu_partners.agreements.terms import Condition, Value


class Seats(Value):
    """The seats of one condition in one academic year."""

    condition_id: str
    outgoing: bool
    kind: str
    people: int


class Balance(Value):
    """Seats of one year in both directions: a positive balance means that we receive more than we send."""

    year: str
    sent: int
    received: int

    @property
    def difference(self) -> int:
        """Received minus sent."""
        return self.received - self.sent


def runs_in(condition: Condition, year: str) -> bool:
    """Whether the condition opens seats in this academic year."""
    return condition.first_year <= year <= condition.last_year


def admits(condition: Condition, level: int | None = None, field: str | None = None) -> bool:
    """Whether a person of this EQF level and ISCED field is eligible; an empty list admits all.

    A field of study admits its narrower fields: `0200` all of `02`, `0230` all of `023`.
    """
    if level is not None and condition.eqf and level not in condition.eqf:
        return False
    return field is None or not condition.isced or any(_within(field, wide) for wide in condition.isced)


def _within(field: str, wide: str) -> bool:
    return field.startswith(wide.rstrip("0") or "0") if wide.endswith("0") else field == wide


def seats_in(conditions: Iterable[Condition], year: str) -> tuple[Seats, ...]:
    """The seats of every condition that runs in this year."""
    return tuple(
        Seats(
            condition_id=str(condition.id),
            outgoing=condition.from_.organisation_id is None,
            kind=condition.kind.value,
            people=condition.people_per_year,
        )
        for condition in conditions
        if runs_in(condition, year)
    )


def balance_in(conditions: Iterable[Condition], year: str) -> Balance:
    """What we promise to send and to receive in this year."""
    running = [condition for condition in conditions if runs_in(condition, year)]
    sent = sum(each.people_per_year for each in running if each.from_.organisation_id is None)
    received = sum(each.people_per_year for each in running if each.to.organisation_id is None)
    return Balance(year=year, sent=sent, received=received)

"""Whether a column writes the day or the month first: what its rows prove, and what a person says."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from korpu_registers.parts import Column, DayOrder
from korpu_registers.reading.dates import DECEMBER, IN_NUMBERS, LONGEST_MONTH, without_tail
from korpu_registers.reading.workbooks import Row


def proven(text: str) -> DayOrder | None:
    """The only order in which these numbers are a day, if there is only one."""
    if not (found := _numbers(text)):
        return None
    first, second = found
    if DECEMBER < first <= LONGEST_MONTH and 1 <= second <= DECEMBER:
        return "day_first"
    return "month_first" if DECEMBER < second <= LONGEST_MONTH and 1 <= first <= DECEMBER else None


def reads_either_way(text: str) -> bool:
    """Whether these numbers are one day in one order, and another day in the other."""
    found = _numbers(text)
    return found is not None and found[0] != found[1] and all(1 <= each <= DECEMBER for each in found)


def _numbers(text: str) -> tuple[int, int] | None:
    found = IN_NUMBERS.fullmatch(without_tail(text))
    return (int(found[1]), int(found[2])) if found else None


def with_proofs(days: Collection[str], columns: Sequence[Column], rows: Iterable[Row]) -> tuple[Column, ...]:
    """The columns, those of days with the first row that proves each order."""
    wanted = {place for place, each in enumerate(columns) if each.field in days}
    found: dict[tuple[int, DayOrder], int] = {}
    for number, values in rows if wanted else ():
        for place in wanted:
            if place < len(values) and (order := proven(values[place])):
                found.setdefault((place, order), number)
    return tuple(
        each.model_copy(
            update={
                "day_first_row": found.get((place, "day_first")),
                "month_first_row": found.get((place, "month_first")),
            }
        )
        for place, each in enumerate(columns)
    )


class Proof(NamedTuple):
    """How days in numbers are read in a column; none: its rows prove both orders, and only a person knows."""

    order: DayOrder | None = "day_first"
    day_first_row: int | None = None
    month_first_row: int | None = None


class WrittenDays(NamedTuple):
    """How a register writes its days."""

    since_1904: bool = False
    proofs: Mapping[str, Proof] = {}

    def proof(self, field: str) -> Proof:
        """How the days of a field are read; the office writes the day first."""
        return self.proofs.get(field, Proof())

    def but(self, mended: Iterable[str]) -> "WrittenDays":
        """The same, but for fields that somebody mended here, who writes as the office does."""
        return self._replace(proofs={field: each for field, each in self.proofs.items() if field not in {*mended}})

    @classmethod
    def of(cls, fields: Collection[str], columns: Sequence[Column], *, since_1904: bool) -> "WrittenDays":
        """As a person says, else as the rows of a column prove, else as the other columns of days do."""
        days = [each for each in columns if each.field in fields]
        day = min((each.day_first_row for each in days if each.day_first_row), default=None)
        month = min((each.month_first_row for each in days if each.month_first_row), default=None)
        proofs = {}
        for each in days:
            own = (each.day_first_row, each.month_first_row)
            rows = own if any(own) else (day, month)
            proofs[str(each.field)] = Proof(each.day_order or _order(*rows), *rows)
        return cls(since_1904, proofs)


def _order(day_first_row: int | None, month_first_row: int | None) -> DayOrder | None:
    if day_first_row and month_first_row:
        return None
    return "month_first" if month_first_row else "day_first"

"""One row while it is read: its days, and what is wrong or remarkable."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from korpu_chassis.refusals import InvalidInput
from korpu_registers.parts import Remark
from korpu_registers.reading.dates import DayRead, Unreadable, last_day, read_day, read_duration
from korpu_registers.reading.day_order import WrittenDays, proven, reads_either_way
from korpu_registers.refusals.notices import DurationCounted, MonthFirst, SeveralWritten, YearOnly
from korpu_registers.refusals.unclear_cells import DayOrderUnclear


@dataclass
class Reading:
    """One row while it is read: what is wrong with it, and what is remarkable."""

    values: Mapping[str, str]
    days: WrittenDays
    wrong: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def day(self, name: str, *, last: bool = False) -> DayRead | None:
        """A day of the row; that it is not exact is remarked."""
        text = self.values.get(name)
        if not text:
            return None
        proof = self.days.proof(name)
        if proof.order is None and reads_either_way(text):
            rows = {"day_first": proof.day_first_row, "month_first": proof.month_first_row}
            self.wrong.append(Remark(field=name, code=DayOrderUnclear.code, details=rows))
            return None
        try:
            read = read_day(text, last=last, since_1904=self.days.since_1904, order=proof.order)
        except Unreadable as why:
            self.wrong.append(Remark(field=name, code=why.code))
            return None
        if proof.order == "month_first" and (proven(text) or reads_either_way(text)):
            self.notes.append(Remark(field=name, code=MonthFirst.code, details={"day": read.day.isoformat()}))
        if read.precision != "day":
            self.notes.append(Remark(field=name, code=YearOnly.code, details={"day": read.day.isoformat()}))
        return read

    def end(self, first: DayRead | None) -> DayRead | None:
        """The last day, which may be written as a duration from the first; that it was counted is remarked."""
        months = read_duration(self.values.get("ends", ""))
        if months is None or first is None:
            return self.day("ends", last=True) if months is None else None
        last = last_day(first.day, months)
        self.notes.append(Remark(field="ends", code=DurationCounted.code, details={"day": last.isoformat()}))
        return DayRead(last, first.precision)

    def only(self, name: str, parted: Callable[[str], Iterable[str]]) -> str | None:
        """The one that is written in a field; of several a person chooses."""
        found = [each for each in parted(self.values.get(name, "")) if each]
        if len(found) > 1:
            self.wrong.append(Remark(field=name, code=SeveralWritten.code))
        return found[0] if found else None


def remarks_of(wrong: ValidationError, field: Any) -> list[Remark]:
    """What is wrong with each field; the values are not repeated."""
    errors = InvalidInput.of(wrong.errors(include_url=False, include_input=False)).errors
    return [
        Remark(field=field(each.path), code=each.code, details=dict(each.details), said=each.said) for each in errors
    ]

"""Rows that name one of ours by its code, as exported files do: they are that one, and nothing of it changes."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, fold
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading
from korpu_registers.reading.words import country, meaning
from korpu_registers.refusals.notices import SaysOtherwise

CODE = "code"
"""The field of every kind in which a row says which of ours it is."""


Said = Mapping[str, frozenset[str]]
"""For each field what a row may say without saying anything new."""


class Known(NamedTuple):
    """One of ours, and for each field what a row may say of it without saying anything new."""

    id: UUID
    says: Said


@dataclass(frozen=True)
class KnownAgain:
    """How rows are compared with what they name: what is known by these codes, and which fields are of which words."""

    by_code: Callable[[Collection[str], UnitOfWork], Awaitable[Mapping[str, Known]]]
    words: Mapping[str, str] = field(default_factory=dict)

    async def verdicts(self, rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> dict[int, Verdict]:
        """What becomes of the rows that name one of ours; one that says otherwise is offered, and changes nothing."""
        codes = {each.row: code_of(each) for each in rows if not each.another and each.values.get(CODE)}
        known = await self.by_code(set(codes.values()), uow) if codes else {}
        return {each.row: self._of(each, known[codes[each.row]], days) for each in rows if codes.get(each.row) in known}

    def _of(self, given: Given, known: Known, days: WrittenDays) -> Verdict:
        new = [name for name, said in known.says.items() if self._is_new(given, name, said, days)]
        if not new:
            return Verdict(outcome=Outcome.UNCHANGED, thing_id=known.id)
        remarks = tuple(Remark(field=name, code=SaysOtherwise.code) for name in new)
        return Verdict(outcome=Outcome.OFFERED, remarks=remarks, offered=(known.id,))

    def _is_new(self, given: Given, name: str, said: frozenset[str], days: WrittenDays) -> bool:
        text = given.values.get(name)
        if not text:
            return False
        forms = {fold(text), (country(text) or "").casefold()}
        if name in self.words:
            forms.add(meaning(self.words[name], text) or "")
        if read := Reading(given.values, days.but(given.mended)).day(name):
            forms.add(read.day.isoformat())
        return forms.isdisjoint(said)


def code_of(given: Given) -> str:
    """The code that a row gives."""
    return given.values.get(CODE, "").strip().upper()


def said(*values: Any) -> frozenset[str]:
    """All that may stand for one of these values: of a text each language, of a day also its year alone."""
    found: set[str] = set()
    for value in values:
        match value:
            case None:
                continue
            case LocalizedText():
                found |= {fold(each.text) for each in value.texts.values()}
            case date():
                found |= {value.isoformat(), str(value.year)}
            case Enum():
                found |= {str(value.value), fold(str(value.value))}
            case _:
                found |= {str(value), fold(str(value)), str(value).casefold()}
    return frozenset(found)


def by_name(rows: Iterable[Any], wanted: Collection[str]) -> dict[str, list[UUID]]:
    """Of each wanted name (as `fold` has it) the ids of the rows that bear it among their names."""
    found: dict[str, list[UUID]] = {}
    for row in rows:
        for key in {fold(name.text) for name in row.names}.intersection(wanted):
            found.setdefault(key, []).append(row.id)
    return found


def by_code(table: Any, says: Callable[[Any], Said], *where: Any) -> Any:
    """Things of a table by their codes."""

    async def found(codes: Collection[str], uow: UnitOfWork) -> Mapping[str, Known]:
        known = await uow.find(table, col(table.code).in_(codes), *where)
        return {each.code: Known(each.id, says(each)) for each in known}

    return found

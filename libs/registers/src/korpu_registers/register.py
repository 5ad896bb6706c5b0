"""One kind of old register: how it is written, and how its rows are judged, entered and withdrawn."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.domain.mapping import Form
from korpu_registers.known_again import KnownAgain
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.cells import ERRORS, UNREADABLE
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.refusals.unclear_cells import CellUnreadable
from korpu_registers.tables import RegisterImport

Judged = tuple[Verdict, Any]
Entered = tuple[Verdict, UUID | None]


Enter = Callable[[Sequence[Judged], UnitOfWork], Awaitable[list[Entered]]]


class Register(NamedTuple):
    """What is done with rows of one kind.

    `partner` is the field that names one, whose place the row tells if it is `placed`; so many rows are entered
    `at_once` that nobody waits long for a number or a partner that the transaction holds.
    """

    form: Form
    judge: Callable[[Sequence[Given], RegisterImport, UnitOfWork], Awaitable[Sequence[Judged]]]
    enter: Enter
    dependents: Callable[[Sequence[UUID], UnitOfWork], Awaitable[list[str]]]
    withdraw: Callable[[Sequence[UUID], str, UnitOfWork], Awaitable[None]]
    partner: str | None = None
    placed: bool = True
    at_once: int = 50
    known_again: KnownAgain | None = None
    """How a row is compared with the one of ours whose code it gives."""
    after_undoing: Callable[[RegisterImport, UnitOfWork], Awaitable[None]] | None = None
    """What else is taken back when the last row was: partners that were registered out of its rows."""


async def judged(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; one with a cell that cannot be read waits, whatever else it says."""
    unreadable = {each.row: remarks for each in rows if (remarks := _unreadable(each))}
    readable = [each for each in rows if each.row not in unreadable]
    again = one.register.known_again
    settled = await again.verdicts(readable, days_of(one), uow) if again else {}
    settled |= {row: Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=remarks) for row, remarks in unreadable.items()}
    unsettled = [each for each in rows if each.row not in settled]
    found = iter(await one.register.judge(unsettled, one, uow) if unsettled else ())
    return [(settled[each.row], None) if each.row in settled else next(found) for each in rows]


def _unreadable(given: Given) -> tuple[Remark, ...]:
    return tuple(
        Remark(field=name, code=CellUnreadable.code, details={"cell": text})
        for name, text in given.values.items()
        if text in ERRORS or UNREADABLE in text
    )


def days_of(one: RegisterImport) -> WrittenDays:
    """How the file of an import writes its days."""
    return WrittenDays.of(one.register.form.days, one.columns, since_1904=one.since_1904)


def one_by_one(enter: Callable[[Any, UnitOfWork], Awaitable[UUID]], field: str) -> Enter:
    """Enter each row by itself; what is refused after all needs repair."""

    async def entering(judged: Sequence[Judged], uow: UnitOfWork) -> list[Entered]:
        entered: list[Entered] = []
        for verdict, command in judged:
            if command is None:
                entered.append((verdict, None))
                continue
            try:
                entered.append((registered(verdict), await enter(command, uow)))
            except Refusal as why:
                remark = Remark(field=field, code=why.code, details=why.details)
                entered.append((Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark,)), None))
        return entered

    return entering


def registered(verdict: Verdict) -> Verdict:
    """The same, entered."""
    return verdict.model_copy(update={"outcome": Outcome.REGISTERED})

"""The registers that the office can bring in, each judged, entered and withdrawn in its own way."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_partners.imports.domain.lifecycle import Outcome
from korpu_partners.imports.kinds import agreements, letters, organisations, publications
from korpu_partners.imports.parts import Remark, Verdict
from korpu_partners.imports.reading.cells import ERRORS, UNREADABLE
from korpu_partners.imports.reading.day_order import WrittenDays
from korpu_partners.imports.reading.rows import Given
from korpu_partners.imports.refusals.unclear_cells import CellUnreadable
from korpu_partners.imports.tables import RegisterImport

Judged = tuple[Verdict, Any]
Entered = tuple[Verdict, UUID | None]


Enter = Callable[[Sequence[Judged], UnitOfWork], Awaitable[list[Entered]]]


class Register(NamedTuple):
    """What is done with rows of one kind.

    `partner` is the field that names one, whose place the row tells if it is `placed`; so many rows are entered
    `at_once` that nobody waits long for a number or a partner that the transaction holds.
    """

    judge: Callable[[Sequence[Given], RegisterImport, UnitOfWork], Awaitable[Sequence[Judged]]]
    enter: Enter
    dependents: Callable[[Sequence[UUID], UnitOfWork], Awaitable[list[str]]]
    withdraw: Callable[[Sequence[UUID], str, UnitOfWork], Awaitable[None]]
    partner: str | None = None
    placed: bool = True
    at_once: int = 50


async def judged(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; one with a cell that cannot be read waits, whatever else it says."""
    unreadable = {each.row: remarks for each in rows if (remarks := _unreadable(each))}
    readable = [each for each in rows if each.row not in unreadable]
    found = iter(await REGISTERS[one.kind].judge(readable, one, uow) if readable else ())
    waiting = {row: Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=remarks) for row, remarks in unreadable.items()}
    return [(waiting[each.row], None) if each.row in waiting else next(found) for each in rows]


def _unreadable(given: Given) -> tuple[Remark, ...]:
    return tuple(
        Remark(field=name, code=CellUnreadable.code, details={"cell": text})
        for name, text in given.values.items()
        if text in ERRORS or UNREADABLE in text
    )


async def _judge_organisations(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await organisations.judge(rows, one.file, uow)


async def _enter_organisations(judged: Sequence[Judged], uow: UnitOfWork) -> list[Entered]:
    await organisations.enter([made for _, made in judged if made], uow)
    return [(_registered(verdict) if made else verdict, made.id if made else None) for verdict, made in judged]


def _days(one: RegisterImport) -> WrittenDays:
    return WrittenDays.of(one.kind, one.columns, since_1904=one.since_1904)


async def _judge_agreements(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await agreements.judge(rows, agreements.Source(one.file, _days(one)), uow)


async def _judge_letters(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await letters.judge(rows, _days(one), uow)


async def _judge_publications(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await publications.judge(rows, _days(one), uow)


def _one_by_one(enter: Callable[[Any, UnitOfWork], Awaitable[UUID]], field: str) -> Enter:
    """Enter each row by itself; what is refused after all needs repair."""

    async def entering(judged: Sequence[Judged], uow: UnitOfWork) -> list[Entered]:
        entered: list[Entered] = []
        for verdict, command in judged:
            if command is None:
                entered.append((verdict, None))
                continue
            try:
                entered.append((_registered(verdict), await enter(command, uow)))
            except Refusal as why:
                remark = Remark(field=field, code=why.code, details=why.details)
                entered.append((Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark,)), None))
        return entered

    return entering


def _registered(verdict: Verdict) -> Verdict:
    return verdict.model_copy(update={"outcome": Outcome.REGISTERED})


REGISTERS = {
    "organisations": Register(
        _judge_organisations, _enter_organisations, organisations.dependents, organisations.withdraw, at_once=500
    ),
    "agreements": Register(
        _judge_agreements,
        _one_by_one(agreements.enter, "partner"),
        agreements.dependents,
        agreements.withdraw,
        "partner",
    ),
    "letters": Register(
        _judge_letters, _one_by_one(letters.enter, "number"), letters.dependents, letters.withdraw, "correspondent"
    ),
    "publications": Register(
        _judge_publications,
        _one_by_one(publications.enter, "isbn"),
        publications.dependents,
        publications.withdraw,
        "partner",
        placed=False,
    ),
}

"""The registers that the office can bring in, each judged, entered and withdrawn in its own way."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from korpu_chassis.refusals import Refusal
from korpu_chassis.work import Work
from korpu_partners.registers import agreements, organisations
from korpu_partners.registers.given import Given
from korpu_partners.registers.lifecycle import Outcome
from korpu_partners.registers.parts import Remark, Verdict
from korpu_partners.registers.tables import RegisterImport

Judged = tuple[Verdict, Any]
Entered = tuple[Verdict, UUID | None]


class Register(NamedTuple):
    """What is done with the rows of one kind of register."""

    judge: Callable[[Sequence[Given], RegisterImport, Work], Awaitable[Sequence[Judged]]]
    enter: Callable[[Sequence[Judged], Work], Awaitable[list[Entered]]]
    dependents: Callable[[Sequence[UUID], Work], Awaitable[list[str]]]
    withdraw: Callable[[Sequence[UUID], str, Work], Awaitable[None]]


async def _judge_organisations(rows: Sequence[Given], one: RegisterImport, work: Work) -> Sequence[Judged]:
    return await organisations.judge(rows, work)


async def _enter_organisations(judged: Sequence[Judged], work: Work) -> list[Entered]:
    await organisations.enter([made for _, made in judged if made], work)
    return [(_registered(verdict) if made else verdict, made.id if made else None) for verdict, made in judged]


async def _judge_agreements(rows: Sequence[Given], one: RegisterImport, work: Work) -> Sequence[Judged]:
    return await agreements.judge(rows, agreements.Source(one.file, one.since_1904), work)


async def _enter_agreements(judged: Sequence[Judged], work: Work) -> list[Entered]:
    entered: list[Entered] = []
    for verdict, command in judged:
        if command is None:
            entered.append((verdict, None))
            continue
        try:
            entered.append((_registered(verdict), await agreements.enter(command, work)))
        except Refusal as why:
            remark = Remark(field=why.path or "partner", code=why.code, details=why.details)
            entered.append((Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark,)), None))
    return entered


def _registered(verdict: Verdict) -> Verdict:
    return verdict.model_copy(update={"outcome": Outcome.REGISTERED})


REGISTERS = {
    "organisations": Register(
        _judge_organisations, _enter_organisations, organisations.dependents, organisations.withdraw
    ),
    "agreements": Register(_judge_agreements, _enter_agreements, agreements.dependents, agreements.withdraw),
}

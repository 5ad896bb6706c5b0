"""The registers that mobility can bring in, each judged, entered and withdrawn in its own way."""

from collections.abc import Sequence

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.imports.kinds import people, stays
from korpu_registers.reading.rows import Given
from korpu_registers.register import Judged, Register, days_of, one_by_one
from korpu_registers.tables import RegisterImport


async def _judge_people(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await people.judge(rows, days_of(one), uow)


async def _judge_stays(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await stays.judge(rows, days_of(one), uow)


REGISTERS = {
    "people": Register(
        people.FORM,
        _judge_people,
        one_by_one(people.enter, "number"),
        people.dependents,
        people.withdraw,
        known_again=people.KNOWN_AGAIN,
    ),
    "stays": Register(
        stays.FORM,
        _judge_stays,
        one_by_one(stays.enter, "person"),
        stays.dependents,
        stays.withdraw,
        "partner",
        placed=False,
        known_again=stays.KNOWN_AGAIN,
    ),
}

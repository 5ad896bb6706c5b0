"""The registers that events can bring in."""

from collections.abc import Sequence

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.imports.kinds import visits
from korpu_registers.reading.rows import Given
from korpu_registers.register import Judged, Register, days_of, one_by_one
from korpu_registers.tables import RegisterImport


async def _judge_visits(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await visits.judge(rows, days_of(one), uow)


REGISTERS = {
    "visits": Register(
        visits.FORM,
        _judge_visits,
        one_by_one(visits.enter, "title"),
        visits.dependents,
        visits.withdraw,
        "organisation",
        placed=False,
        known_again=visits.KNOWN_AGAIN,
    ),
}

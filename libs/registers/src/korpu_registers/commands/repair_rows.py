"""`RepairRows`: mend one value in every row that waits with it, and try them again."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal
from korpu_registers.commands.declaration import changes
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.domain.mapping import is_field
from korpu_registers.facts import RegisterImportRowsMended
from korpu_registers.policies.decisions import rows_that_say
from korpu_registers.refusals.general import MappingUnclear
from korpu_registers.refusals.waiting_rows import NoSuchValue
from korpu_registers.tables import RegisterImport


class RepairRows(Changes):
    """What stands there, and what should: `Czech Republic` is `CZ` in all rows that wait."""

    field: Annotated[str, Field(max_length=40)]
    says: Annotated[str, Personal, Field(max_length=4000, description="As the rows say it; empty: nothing is there.")]
    value: Annotated[str, Personal, Field(max_length=4000, description="As it should have been; empty: nothing.")]


@changes(
    when=[ImportStatus.DONE],
    to=[ImportStatus.RUNNING],
    emits=[RegisterImportRowsMended],
    refuses=[NoSuchValue, MappingUnclear],
)
async def repair_rows(one: RegisterImport, command: RepairRows, uow: UnitOfWork) -> None:
    """Mend one value in every row that waits with it; the clock tries them again."""
    if not is_field(one.kind, command.field):
        raise MappingUnclear("field")
    rows = await rows_that_say(one, command.field, command.says, uow)
    if not rows:
        raise NoSuchValue("says")
    for row in rows:
        row.mended, row.taken = {**row.mended, command.field: command.value}, False
    one.status, one.worked, one.owner = ImportStatus.RUNNING, one.rows - len(rows), uow.principal.subject
    one.worked_on = uow.today
    await uow.emit(one, RegisterImportRowsMended(field=command.field, rows=len(rows)))

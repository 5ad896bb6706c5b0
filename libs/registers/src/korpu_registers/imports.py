"""Imports for an owner: it names its registers, and gets the aggregate with its commands, its clock and its words."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Literal

from pydantic import create_model

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Notice
from korpu_chassis.runtime.discovery import load_all
from korpu_registers.commands import begin_import
from korpu_registers.commands.declaration import CHANGES
from korpu_registers.deadlines import deadlines_of, works_by_the_clock
from korpu_registers.domain.lifecycle import BY_THE_CLOCK, ImportStatus
from korpu_registers.facts import RegisterImportBegun
from korpu_registers.policies.tables_of_files import READING
from korpu_registers.refusals.notices import NOTICES
from korpu_registers.register import Register
from korpu_registers.state import RegisterImportState
from korpu_registers.tables import RegisterImport, Tables
from korpu_registers.tasks import tasks_of

load_all("korpu_registers.commands")


class Imports:
    """The registers that one owner brings in: `registers` by kind, codes under `series`.

    `who` works with them; `readers` see them, and what stands in their rows, unless that is for `rows_for` alone. What
    is entered may be refused as a command on what it `enters` is.
    """

    def __init__(  # noqa: PLR0913 -- every word of a declaration is named
        self,
        tables: Tables,
        registers: Mapping[str, Register],
        *,
        topic: str,
        series: str,
        who: Sequence[Role],
        readers: Sequence[Role],
        enters: Sequence[AggregateDefinition[Any]],
        rows_for: Sequence[Role] | None = None,
        notices: Sequence[type[Notice]] = (),
    ) -> None:
        tables.imports.registers = dict(registers)
        self.tables, self.who, self.rows_for = tables, who, readers if rows_for is None else rows_for
        self._enters: Sequence[AggregateDefinition[Any]] = enters
        self._notices: tuple[type[Notice], ...] = (*NOTICES, *notices)
        kinds: Any = Literal[tuple(registers)]
        self.definition: AggregateDefinition[RegisterImport] = AggregateDefinition(
            tables.imports,
            state=_of_kinds(RegisterImportState, kinds),
            topic=topic,
            readers=readers,
            deadlines=deadlines_of,
            unasked=BY_THE_CLOCK,
        )
        self.definition.tasks = partial(tasks_of, commands=self.definition.commands)
        self._begins(_of_kinds(begin_import.BeginImport, kinds), series)
        for handler, declared in CHANGES:
            self.definition.changes(who=who, **declared)(handler)
        works_by_the_clock(self.definition)

    def _begins(self, command: type[begin_import.BeginImport], series: str) -> None:
        async def begin(command: Any, uow: UnitOfWork) -> RegisterImport:
            return await begin_import.begun(command, self.tables, series, uow)

        begin.__doc__ = begin_import.begun.__doc__
        begin.__annotations__ = {"command": command, "uow": UnitOfWork, "return": RegisterImport}
        to = [ImportStatus.MAPPED]
        self.definition.creates(who=self.who, to=to, emits=[RegisterImportBegun], refuses=READING)(begin)

    def words(self, code: str) -> Mapping[str, str] | None:
        """The text of a notice, or of a refusal of what is entered, in each language; none: it is the chassis' own."""
        commands = (command for definition in self._enters for command in definition.commands.values())
        refusals = {each.code: each.text for command in commands for each in command.refuses}
        notices = {each.code: each.text for each in self._notices}
        return (refusals | notices).get(code)


def _of_kinds(model: Any, kinds: Any) -> Any:
    """The same model for the kinds of one owner."""
    name, words = model.__name__, model.__doc__
    return create_model(name, __base__=model, __doc__=words, __module__=model.__module__, kind=(kinds, ...))

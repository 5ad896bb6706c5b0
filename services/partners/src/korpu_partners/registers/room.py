"""The room of imports: who reads them, and what the clock works off."""

from korpu_chassis.commands import Room
from korpu_chassis.deadlines import Deadline
from korpu_partners.people import AUDITOR, DEPARTMENT
from korpu_partners.registers.lifecycle import AT_WORK, BY_THE_CLOCK
from korpu_partners.registers.messages import RegisterImportState
from korpu_partners.registers.tables import RegisterImport


def deadlines_of(one: RegisterImport) -> list[Deadline]:
    """An import at work goes on at once, some rows at a time, so that other deadlines have their turn between."""
    return [Deadline(one.changed_at, f"work-{one.version}")] if one.status in AT_WORK else []


register_imports = Room(
    RegisterImport,
    state=RegisterImportState,
    topic="partners.imports.v1",
    readers=(*DEPARTMENT, AUDITOR),
    deadlines=deadlines_of,
    unasked=BY_THE_CLOCK,
)

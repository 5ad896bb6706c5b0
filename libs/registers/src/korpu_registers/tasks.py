"""What waits for whom about an import of an old register: the next step, and rows that a person must look at."""

from collections.abc import Container, Iterator

from korpu_chassis.commands.task import Task
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.tables import RegisterImport

REPAIRS = ("RepairRow", "AcceptRow", "JoinRow", "RegisterPartnerOfRow", "DismissRow")


def tasks_of(register: RegisterImport, commands: Container[str]) -> Iterator[Task]:
    """Everything that waits for whoever began the import; not every owner has every one of these commands."""
    begun_by = (register.author,)
    match register.status:
        case ImportStatus.MAPPED:
            yield Task(("PreviewImport", "DropImport"), due=register.rows_kept_until, subjects=begun_by)
        case ImportStatus.PREVIEWED:
            yield Task(("StartImport", "DropImport"), due=register.rows_kept_until, subjects=begun_by)
        case ImportStatus.DONE if register.counts.offered or register.counts.needs_repair:
            repairs = tuple(each for each in REPAIRS if each in commands)
            yield Task(repairs, due=register.rows_kept_until, subjects=begun_by)

"""What is said of imports: the public state, and the facts."""

from datetime import date

from korpu_chassis.commands.state import State
from korpu_registers.domain.lifecycle import ImportStatus
from korpu_registers.parts import Counts, PublicColumn


class RegisterImportState(State):
    """An import as everybody may know it; what stands in its rows stays with the owner."""

    status: ImportStatus
    kind: str
    file: str
    sheets: tuple[str, ...]
    sheet: str
    encoding: str | None
    head_row: int
    columns: tuple[PublicColumn, ...]
    rows: int
    worked: int
    counts: Counts
    reason: str | None
    rows_kept_until: date | None

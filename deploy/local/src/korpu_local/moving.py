"""Moving the clock of a stack."""

from datetime import UTC, datetime
from pathlib import Path

from korpu_chassis.clock import BAKU


def move_clock(file: Path, at: datetime) -> None:
    """Write down by how many seconds the clock of a stack is moved, in one step."""
    moment = at if at.tzinfo else at.replace(tzinfo=BAKU)
    draft = file.with_suffix(".new")
    draft.write_text(f"{(moment - datetime.now(UTC)).total_seconds():.3f}")
    draft.replace(file)

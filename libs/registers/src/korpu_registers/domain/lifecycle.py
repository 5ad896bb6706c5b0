"""The life of an import: mapped, previewed, run, taken back, forgotten; and what may become of one row."""

from enum import StrEnum


class ImportStatus(StrEnum):
    """Where an import stands."""

    MAPPED = "mapped"
    PREVIEWING = "previewing"
    PREVIEWED = "previewed"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"
    PURGED = "purged"


HOLDS_FILE = (ImportStatus.MAPPED, ImportStatus.PREVIEWING, ImportStatus.PREVIEWED)
"""Until its rows are entered or put away, an import has its file."""
AT_WORK = (ImportStatus.PREVIEWING, ImportStatus.RUNNING, ImportStatus.UNDOING)
BY_THE_CLOCK: dict[str, tuple[str, ...]] = {
    ImportStatus.PREVIEWING: (ImportStatus.PREVIEWED,),
    ImportStatus.RUNNING: (ImportStatus.DONE,),
    ImportStatus.UNDOING: (ImportStatus.UNDONE,),
    **{each: (ImportStatus.PURGED,) for each in ImportStatus if each not in {*AT_WORK, ImportStatus.PURGED}},
}


class Outcome(StrEnum):
    """What becomes of a row."""

    STAGED = "staged"
    WOULD_REGISTER = "would_register"
    OFFERED = "offered"
    NEEDS_REPAIR = "needs_repair"
    UNCHANGED = "unchanged"
    REGISTERED = "registered"
    JOINED = "joined"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


WAITING = (Outcome.OFFERED, Outcome.NEEDS_REPAIR)

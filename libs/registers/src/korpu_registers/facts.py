"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact


class RegisterImportBegun(Fact):
    """A file was read far enough to guess what its columns are."""


class RegisterImportMapped(Fact):
    """Somebody said which column is what."""


class RegisterImportPreviewBegun(Fact):
    """Its rows are looked at, and nothing is entered."""


class RegisterImportAdvanced(Fact):
    """Some more rows are done."""


class RegisterImportPreviewed(Fact):
    """It is known what would become of each row."""


class RegisterImportStarted(Fact):
    """Its rows are entered now."""


class RegisterImportDone(Fact):
    """All rows are entered, or wait for somebody."""


class RegisterImportRowDecided(Fact):
    """A row that waited was mended, entered, joined or put away."""

    row: int
    outcome: str
    thing_id: UUID | None


class RegisterImportRowsMended(Fact):
    """One value was mended in all rows that waited with it, and they are tried again."""

    field: str
    rows: int


class RegisterImportUndoBegun(Fact):
    """What it made is being taken back."""

    reason: str


class RegisterImportUndone(Fact):
    """What it made is withdrawn; the numbers stay used."""


class RegisterImportDropped(Fact):
    """Nobody wants it any more; nothing was entered."""

    reason: str


class RegisterImportPartnerNamed(Fact):
    """A partner that nobody knew is known now, and the rows that name it are tried again."""

    row: int
    organisation_id: UUID
    rows: int


class RegisterImportRowsWaiting(Fact):
    """Rows still wait, and will be forgotten after this day."""

    waiting: int
    until: date


class RegisterImportPurged(Fact):
    """What stood in its rows is forgotten; what it made stays, and cannot be taken back as a whole any more."""

    forgotten: int

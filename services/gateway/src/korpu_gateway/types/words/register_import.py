"""Words of imports."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class RegisterImportStatus(Enum):
    """Where an import of an old register stands."""

    MAPPED = "mapped"
    PREVIEWING = "previewing"
    PREVIEWED = "previewed"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"
    PURGED = "purged"


@words
class RegisterKind(Enum):
    """What the rows of an old register are."""

    ORGANISATIONS = "organisations"
    AGREEMENTS = "agreements"
    LETTERS = "letters"
    PUBLICATIONS = "publications"
    CONTACTS = "contacts"
    PROJECTS = "projects"
    PEOPLE = "people"
    STAYS = "stays"
    VISITS = "visits"


@words
class RegisterDayOrder(Enum):
    """Whether a column of an old register writes the day or the month first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@words
class RegisterRowOutcome(Enum):
    """What becomes of a row of an old register."""

    STAGED = "staged"
    WOULD_REGISTER = "would_register"
    OFFERED = "offered"
    NEEDS_REPAIR = "needs_repair"
    UNCHANGED = "unchanged"
    REGISTERED = "registered"
    JOINED = "joined"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

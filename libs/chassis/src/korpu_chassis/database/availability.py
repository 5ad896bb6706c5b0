"""What it looks like when a database cannot answer now, in one place for all who ask one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import asyncpg

from korpu_chassis.database.conditions import Condition, of_client, of_sqlstate
from korpu_chassis.refusals import InUse, Unavailable

DATABASE_ERRORS: Final = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What asyncpg raises; which of them mean that the database cannot answer now, `condition_of` says."""


# SQLAlchemy's own: it waited for a connection, or goes on with one that was lost. Not imported: not everybody has it.
_SQLALCHEMY: Final = {
    ("TimeoutError", ""): Condition.FULL,
    ("PendingRollbackError", ""): Condition.LOST,
    ("ResourceClosedError", "This Connection is closed"): Condition.LOST,  # ended while it was being set up
}
"""By class and the beginning of what it says."""


class DatabaseUnavailable(Unavailable):
    """The database cannot answer now; nothing has changed."""

    def __init__(self, condition: Condition) -> None:
        super().__init__()
        self.condition = condition


class RowBusy(InUse):
    """Others hold what this request needs; nothing has changed."""

    def __init__(self, condition: Condition = Condition.BUSY) -> None:
        super().__init__()
        self.condition = condition


def unavailable(condition: Condition) -> DatabaseUnavailable | RowBusy:
    """The refusal that a caller reads."""
    return RowBusy(condition) if condition in {Condition.BUSY, Condition.CONFLICT} else DatabaseUnavailable(condition)


def condition_of(error: BaseException) -> Condition | None:
    """Why the database cannot answer now; nothing when the error is a fault of our own."""
    if isinstance(error, DatabaseUnavailable | RowBusy):
        return error.condition
    if type(error).__module__.startswith("sqlalchemy"):
        for (name, words), known in _SQLALCHEMY.items():
            if type(error).__name__ == name and str(error).startswith(words):
                return known
    original = getattr(error, "orig", None) or error
    root = original.__cause__ if original is not error and original.__cause__ else original
    state = str(getattr(root, "sqlstate", None) or getattr(original, "sqlstate", None) or "")
    if condition := of_sqlstate(state):
        return condition
    if getattr(error, "connection_invalidated", False):
        return Condition.LOST
    return of_client(root)


@contextmanager
def translated() -> Iterator[None]:
    """Whatever means that the database cannot answer now leaves the block as `DatabaseUnavailable` or `RowBusy`."""
    try:
        yield
    except (DatabaseUnavailable, RowBusy):
        raise
    except Exception as error:
        condition = condition_of(error)
        if condition is None:
            raise
        raise unavailable(condition) from error

"""Why a database cannot answer now: by what PostgreSQL says, and by what its client says."""

from enum import StrEnum
from typing import Final

import asyncpg


class Condition(StrEnum):
    """Why a database cannot answer now, though the same request may be answered later."""

    LOST = "lost"
    STARTING = "starting"
    FULL = "full"
    BUSY = "busy"
    SLOW = "slow"
    CONFLICT = "conflict"
    REBUILT = "rebuilt"


# By SQLSTATE or its beginning; the longest that fits decides.
_STATES: Final = {
    "08": Condition.LOST,
    "57P": Condition.LOST,  # ended by the administrator, a crash, a dropped database, or after idling
    "58": Condition.LOST,  # its disk does not answer
    "25P03": Condition.LOST,  # idle in a transaction for too long
    "25006": Condition.LOST,  # a copy that only reads has taken over
    "57P03": Condition.STARTING,
    "53": Condition.FULL,
    "55P03": Condition.BUSY,
    "57014": Condition.SLOW,
    "25P04": Condition.SLOW,
    "40": Condition.CONFLICT,
    "26000": Condition.CONFLICT,  # a prepared statement that a new session does not know
    "42P01": Condition.REBUILT,
    "3D000": Condition.REBUILT,
    "28": Condition.REBUILT,
}


def of_sqlstate(state: str) -> Condition | None:
    """What this SQLSTATE means, if it means that the database cannot answer now."""
    for length in range(len(state), 1, -1):
        if condition := _STATES.get(state[:length]):
            return condition
    return None


def of_client(error: BaseException) -> Condition | None:
    """What an error without a SQLSTATE means."""
    if isinstance(error, asyncpg.InvalidCachedStatementError | asyncpg.OutdatedSchemaCacheError):
        return Condition.CONFLICT
    if isinstance(error, asyncpg.DataError):
        return None  # what we gave it fits no column
    # Reading just as the server ends the session, asyncpg finds itself in a state that it calls a fault of its own.
    away = isinstance(error, OSError | asyncpg.InterfaceError | asyncpg.InternalClientError)
    return Condition.LOST if away else None

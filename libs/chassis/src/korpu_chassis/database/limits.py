"""How long each kind of work may wait for a lock, run one statement, and leave a transaction idle."""

from dataclasses import dataclass
from typing import Final

CONNECT_SECONDS: Final = 5.0
GRACE_SECONDS: Final = 2.0
"""So much longer than the database one waits for it oneself: it may be frozen, or the way to it cut."""


@dataclass(frozen=True)
class Limits:
    """Seconds; none of them is unlimited unless it is zero. PostgreSQL keeps them, also for a client that is frozen."""

    name: str
    lock: float
    statement: float
    idle: float
    queue: float
    """For a connection of the pool. Where a caller waits, less than the gateway waits for an owner."""
    at_row: float = 3.0
    """For one's turn among those who want the same row."""

    def settings(self) -> dict[str, str]:
        """The settings of a session that does this kind of work."""
        return {
            "lock_timeout": f"{self.lock * 1000:.0f}",
            "statement_timeout": f"{self.statement * 1000:.0f}",
            "idle_in_transaction_session_timeout": f"{self.idle * 1000:.0f}",
        }

    def statement_to_set(self) -> str:
        """The statement that gives one transaction these limits."""
        changes = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in self.settings().items())
        return f"SELECT {changes}"

    @property
    def patience(self) -> float | None:
        """How long a client waits for the answer to one statement."""
        return self.statement + GRACE_SECONDS if self.statement else None


READ: Final = Limits("read", lock=1, statement=8, idle=10, queue=4)
COMMAND: Final = Limits("command", lock=2, statement=10, idle=15, queue=4)
CROWD: Final = Limits("crowd", lock=6, statement=10, idle=15, queue=7, at_row=7)
"""Many want one row in the same moment, and each is answered: it is short work, so they wait as long as callers do."""
BULK: Final = Limits("bulk", lock=5, statement=60, idle=60, queue=30)
"""Imports and exports."""
CONSUME: Final = Limits("consume", lock=10, statement=50, idle=15, queue=30)
TICK: Final = Limits("tick", lock=5, statement=30, idle=30, queue=30)
RELAY: Final = Limits("relay", lock=5, statement=10, idle=10, queue=30)
MIGRATE: Final = Limits("migrate", lock=10, statement=0, idle=60, queue=30)
"""A change of a table waits behind readers, and new readers wait behind it: it gives up, and is run again."""
WHOLE: Final = Limits("whole", lock=10, statement=0, idle=60, queue=30)
"""Looking at all that there is, when nobody waits for it."""

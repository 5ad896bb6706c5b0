"""Statements that take long: each is logged with the operation and the request that it is for."""

from typing import Any, Final

import structlog
from prometheus_client import Counter

log = structlog.get_logger("database")
SLOW = Counter("korpu_slow_statements_total", "Statements that took longer than KORPU_SLOW_STATEMENT_MS.")
LONGEST_SHOWN: Final = 2_000
_threshold = [0.25]


def log_from(milliseconds: int) -> None:
    """Log every statement of this process that takes at least so long."""
    _threshold[:] = [milliseconds / 1000]


def watch_connection(connection: Any) -> None:
    """Watch all statements of a connection of asyncpg."""
    connection.add_query_logger(_queried)


async def watched(connection: Any) -> None:
    """Watch each new connection of a pool: `create_pool(…, init=watched)`."""
    watch_connection(connection)


def _queried(record: Any) -> None:
    took(record.query, record.elapsed)


def took(statement: str, seconds: float) -> None:
    """Count and log a statement if it took long."""
    if seconds < _threshold[0]:
        return
    SLOW.inc()
    # Statements name parameters and hold no values; those are never logged.
    log.warning("statement.slow", statement=" ".join(statement.split())[:LONGEST_SHOWN], ms=round(seconds * 1e3))

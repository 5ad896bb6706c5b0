"""Statements that take long: each is logged with the operation and the request that it is for."""

import time
from typing import Any, Final

import structlog
from prometheus_client import Counter
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

log = structlog.get_logger("database")
SLOW = Counter("korpu_slow_statements_total", "Statements that took longer than KORPU_SLOW_STATEMENT_MS.")
LONGEST_SHOWN: Final = 2_000
_BEGAN: Final = "korpu.began"
_threshold = [0.25]


def log_from(milliseconds: int) -> None:
    """Log every statement of this process that takes at least so long."""
    _threshold[:] = [milliseconds / 1000]


def watch_engine(engine: AsyncEngine) -> None:
    """Watch all statements of SQLAlchemy's connections; what fails or is given up has taken its time too."""
    sync = engine.sync_engine

    def begin(connection: Any, *_: Any) -> None:
        connection.info[_BEGAN] = time.perf_counter()

    def end(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        _took(statement, time.perf_counter() - connection.info.pop(_BEGAN, time.perf_counter()))

    def fail(trouble: Any) -> None:
        began = trouble.connection.info.pop(_BEGAN, None) if trouble.connection is not None else None
        if began is not None:
            _took(str(trouble.statement), time.perf_counter() - began)

    event.listen(sync, "before_cursor_execute", begin)
    event.listen(sync, "after_cursor_execute", end)
    event.listen(sync, "handle_error", fail)


def watch_connection(connection: Any) -> None:
    """Watch all statements of a connection of asyncpg."""
    connection.add_query_logger(_queried)


async def watched(connection: Any) -> None:
    """Watch each new connection of a pool: `create_pool(…, init=watched)`."""
    watch_connection(connection)


def _queried(record: Any) -> None:
    _took(record.query, record.elapsed)


def _took(statement: str, seconds: float) -> None:
    if seconds < _threshold[0]:
        return
    SLOW.inc()
    # Statements name parameters and hold no values; those are never logged.
    log.warning("statement.slow", statement=" ".join(statement.split())[:LONGEST_SHOWN], ms=round(seconds * 1e3))

"""How long statements of SQLAlchemy's connections take: for processes that hold an owner's database."""

import time
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from korpu_chassis.observability.slow_statements import took

_BEGAN: Final = "korpu.began"


def watch_engine(engine: AsyncEngine) -> None:
    """Watch all statements of SQLAlchemy's connections; what fails or is given up has taken its time too."""
    sync = engine.sync_engine

    def begin(connection: Any, *_: Any) -> None:
        connection.info[_BEGAN] = time.perf_counter()

    def end(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        took(statement, time.perf_counter() - connection.info.pop(_BEGAN, time.perf_counter()))

    def fail(trouble: Any) -> None:
        began = None
        # A connection that is being set up has nowhere to note anything, and what raises here hides what went wrong.
        with suppress(NotImplementedError):
            began = trouble.connection.info.pop(_BEGAN, None) if trouble.connection is not None else None
        if began is not None:
            took(str(trouble.statement), time.perf_counter() - began)

    event.listen(sync, "before_cursor_execute", begin)
    event.listen(sync, "after_cursor_execute", end)
    event.listen(sync, "handle_error", fail)

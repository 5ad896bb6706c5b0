"""Lines that say that something is away: the first of each kind at once, then one a minute, and one when it is over."""

import asyncio
import logging
from collections.abc import Hashable, Iterator
from typing import Any, Final

import structlog
from structlog.types import EventDict, WrappedLogger

from korpu_chassis.observability.repeated_lines import EVERY, RepeatedLines

CLIENT: Final = "aiokafka"
WHAT: Final = "away"
WHY: Final = ("condition", "kind", "reason", "why", "how", "error")
"""Where a line says which kind of error it was; anything else in it makes no kind of its own."""

log = structlog.get_logger("away")


class AwayLines:
    """Lets a line with the key `away` through, or counts it; the client of Kafka says so by its loggers.

    What is told to nobody is a repetition: requests, audit and everything without the key pass as they are.
    """

    def __init__(self, every: float = EVERY) -> None:
        self._lines = RepeatedLines(every)
        self._looking: asyncio.TimerHandle | None = None

    def __call__(self, _logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
        """Judge a line of ours, as a processor of structlog."""
        if "_record" in line:
            if (stands_for := getattr(line["_record"], "repeated", 1)) > 1:
                line["repeated"] = stands_for
        elif (what := line.get(WHAT)) is None:
            line.pop(WHAT, None)
        else:
            stands_for = self._due((line.get("event"), *(str(line.get(name)) for name in WHY)), what)
            if not stands_for:
                raise structlog.DropEvent
            if stands_for > 1:
                line["repeated"] = stands_for
        return line

    def filter(self, record: logging.LogRecord) -> bool:
        """Judge a line of a library, as a filter of `logging`."""
        if record.name.partition(".")[0] != CLIENT or record.levelno < logging.WARNING:
            return True
        strange = [type(each).__name__ for each in _errors(record) if not _is_away(each)]
        stands_for = self._due((CLIENT, *strange), f"{CLIENT}: {strange[0]}" if strange else "kafka")
        record.repeated = stands_for
        return stands_for > 0

    def _due(self, kind: Hashable, what: str) -> int:
        stands_for = self._lines.due(kind, what)
        if self._looking is None:
            self._look_later()
        return stands_for

    def _look_later(self) -> None:
        try:
            self._looking = asyncio.get_running_loop().call_later(self._lines.every, self._look)
        except RuntimeError:
            return  # another thread, or no loop yet: the next line may find one

    def _look(self) -> None:
        self._looking = None
        for what, unsaid, seconds in self._lines.over():
            log.info("away.over", what=what, seconds=round(seconds, 1), **({"repeated": unsaid} if unsaid else {}))
        if len(self._lines):
            self._look_later()


def _errors(record: logging.LogRecord) -> Iterator[BaseException]:
    given: Any = record.args.values() if isinstance(record.args, dict) else record.args or ()
    yield from (each for each in given if isinstance(each, BaseException))
    if record.exc_info and record.exc_info[1]:
        yield record.exc_info[1]


def _is_away(error: BaseException) -> bool:
    return isinstance(error, OSError) or bool(getattr(error, "retriable", False))

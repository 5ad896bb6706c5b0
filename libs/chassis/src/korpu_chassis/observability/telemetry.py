"""What operations can see: log lines and metrics, without a word about a person."""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TextIO

import orjson
import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from structlog.types import EventDict, Processor, WrappedLogger

from korpu_chassis.observability.away_lines import AwayLines
from korpu_chassis.observability.tracing import trace_id

MASK: Final = "***"
HIDDEN: Final = {
    "address", "authorization", "birth_date", "body", "change", "claims", "cookie", "dsn", "email", "first_name",
    "headers", "input", "last_name", "params", "parameters", "password", "payload", "phone", "secret", "state",
    "token", "value", "values", "variables",
}  # fmt: skip
TELLING: Final = (AttributeError, ImportError, ModuleNotFoundError, NameError, NotImplementedError, TypeError)
DEEPEST: Final = 4
_WHO = re.compile(r"[^\s@/:\"'<>()=]{1,64}(?::[^\s@/]{0,128})?@[^\s@/\"'<>()]{1,253}")


def configure(service: str, role: str, *, level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send every log line, ours and the libraries', to standard output: as JSON, or readable at a terminal."""
    stream, away = stream or sys.stdout, AwayLines()
    shared: list[Processor] = [
        away,
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        _Signed(service, role),
        without_values,
    ]
    last: Processor = structlog.dev.ConsoleRenderer() if stream.isatty() else structlog.processors.JSONRenderer(_json)
    structlog.configure(
        processors=[*shared, last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    _route_libraries(shared, last, level, stream, away)
    _route_crashes()


class _Signed:
    """Puts the service, the role, the correlation id and the trace id on every line."""

    def __init__(self, service: str, role: str) -> None:
        self._service = service
        self._role = role

    def __call__(self, _logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
        line["service"] = self._service
        line["role"] = self._role
        line.setdefault("correlation_id", None)
        if "trace_id" not in line and (found := trace_id()):
            line["trace_id"] = found
        return line


def _json(line: EventDict, **_: Any) -> str:
    try:
        return orjson.dumps(line, default=_kind, option=orjson.OPT_NON_STR_KEYS).decode()
    except TypeError:
        # A lone surrogate or an endless number; no line may be lost for one.
        return json.dumps(line, default=_kind, skipkeys=True)


def _kind(odd: object) -> str:
    return type(odd).__name__


def _route_libraries(shared: Iterable[Processor], last: Processor, level: str, stream: TextIO, away: AwayLines) -> None:
    handler = logging.StreamHandler(stream)
    handler.addFilter(away.filter)
    handler.addFilter(_exceptions_by_kind)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in [*logging.root.manager.loggerDict, "uvicorn", "uvicorn.error", "uvicorn.access"]:
        library = logging.getLogger(name)
        library.handlers, library.propagate = [], True
    for name in ("aiokafka", "sqlalchemy", "httpx", "httpcore", "asyncio", "alembic", "uvicorn", "opentelemetry"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))


def _exceptions_by_kind(record: logging.LogRecord) -> bool:
    """A library's line names an exception by its kind; asyncio prints the exception itself below its first line."""
    if isinstance(record.args, tuple):
        record.args = tuple(described(arg) if isinstance(arg, BaseException) else arg for arg in record.args)
    if record.name == "asyncio":
        record.msg, record.args = str(record.msg).partition("\n")[0], None
    return True


def _route_crashes() -> None:
    log = structlog.get_logger()
    sys.excepthook = lambda _kind, crash, _trace: log.critical("process.crashed", exc_info=crash)
    threading.excepthook = lambda crash: log.critical("thread.crashed", exc_info=crash.exc_value)
    sys.unraisablehook = lambda lost: log.error("process.lost_exception", exc_info=lost.exc_value)


def without_values(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """The line without what it could tell about a person: hidden keys, mail addresses, the words of exceptions."""
    crash = line.pop("exc_info", None)
    line.pop("stack_info", None)
    for key in list(line):
        line[key] = _shown(key, line[key], DEEPEST)
    if error := _exception(crash):
        line["error"] = described(error)
        line["trace"] = frames(error)
    return line


def _shown(key: str, value: Any, depth: int) -> Any:
    if key.lower() in HIDDEN:
        return MASK
    if isinstance(value, str):
        return _WHO.sub(MASK, value) if "@" in value else value
    if isinstance(value, BaseException):
        return described(value)
    if isinstance(value, Mapping):
        return {str(k): _shown(str(k), v, depth - 1) for k, v in value.items()} if depth else MASK
    if isinstance(value, list | tuple | set | frozenset):
        return [_shown("", each, depth - 1) for each in value] if depth else MASK
    return value


def _exception(crash: Any) -> BaseException | None:
    if isinstance(crash, BaseException):
        return crash
    if isinstance(crash, tuple):
        return crash[1] if isinstance(crash[1], BaseException) else None
    return sys.exc_info()[1] if crash else None


def described(error: BaseException) -> str:
    """An exception by its kind and by the codes that it carries, never by its words, which may quote a row.

    Only exceptions whose words are made of code, such as a missing attribute, keep them.
    """
    said = [type(error).__name__]
    cause = getattr(error, "orig", None) or error
    if cause is not error:
        said.append(type(cause).__name__)
    for name in ("code", "sqlstate", "constraint_name", "table_name", "column_name", "errno"):
        found = getattr(cause, name, None) or getattr(cause.__cause__, name, None)
        if isinstance(found, str | int) and found:
            said.append(f"{name}={found}")
    if type(error) in TELLING or type(error).__module__.startswith("aiokafka"):
        said.append(_WHO.sub(MASK, str(error)))
    return " ".join(said)


def frames(error: BaseException) -> list[str]:
    """Where it happened: file, line and function, outermost first, through the chain of causes."""
    found = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)[-20:]]
    within = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for each in (error.__cause__, *within[:5]):
        if each is not None:
            found += [f"from {described(each)}", *frames(each)]
    return found[:100]


@contextmanager
def telling(**words: Any) -> Iterator[None]:
    """Put these words on every line inside the block; `correlation_id` is the usual one."""
    with structlog.contextvars.bound_contextvars(**words):
        yield


def metrics_page() -> tuple[bytes, str]:
    """The process' metrics as Prometheus reads them, and their content type."""
    return generate_latest(), CONTENT_TYPE_LATEST

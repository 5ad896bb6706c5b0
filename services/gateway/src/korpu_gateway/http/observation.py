"""Operations as those who run the gateway see them: one log line and one measurement each, and no word of a caller."""

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from graphql import ExecutionResult, OperationDefinitionNode
from prometheus_client import Histogram

from korpu_chassis.http.middleware import App, Message, Receive, Scope, Send, named
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.observability.request_context import request_context
from korpu_chassis.refusals import Refusal, Unavailable
from korpu_gateway.reads.errors import innermost

log = structlog.get_logger("graphql")
TOOK = Histogram(
    "korpu_graphql_seconds",
    "Time to answer an operation",
    ["operation", "kind", "way", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
MOST_NAMES: Final = 100
OF_STRANGERS: Final = 50
ANONYMOUS, OTHER = "anonymous", "other"
_NAMED: Final = re.compile(r"\b(?:query|mutation|subscription)\s+([_A-Za-z]\w*)")


class Names:
    """The names of operations under which is measured: each costs memory for ever, so there are not many.

    Whoever has not signed in can fill half of the places at most, so that nobody can hide the office's own operations.
    """

    def __init__(
        self, known: frozenset[str] = frozenset(), most: int = MOST_NAMES, strangers: int = OF_STRANGERS
    ) -> None:
        self._known = set(known)
        self._most = most
        self._strangers = strangers

    def know(self, documents: Iterable[str]) -> None:
        """Measure the operations of these documents by their names, whoever asks and however many they are."""
        self._known.update(name for text in documents for name in _NAMED.findall(text))

    def label(self, operation: OperationDefinitionNode, principal: Principal) -> str:
        """The name under which this operation, whose document is valid, is measured."""
        if operation.name is None:
            return ANONYMOUS
        name = operation.name.value
        if name in self._known:
            return name
        if len(self._known) >= (self._strangers if principal.is_anonymous else self._most):
            return OTHER
        self._known.add(name)
        return name


NAMES = Names()


@dataclass
class Observed:
    """What is known so far of an operation that is being answered; its rows are the objects in the answer."""

    name: str = OTHER
    kind: str = "unknown"
    way: str = "none"
    rows: int = 0
    status: str = "ok"
    more: Mapping[str, Any] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)
    concluded: bool = False

    def chosen(self, operation: OperationDefinitionNode, principal: Principal) -> None:
        """A valid document has this operation; its name stands on every line that is logged for it."""
        self.name, self.kind = NAMES.label(operation, principal), operation.operation.value
        structlog.contextvars.bind_contextvars(operation=self.name)

    def compiled(self, body: bytes) -> None:
        """A plan has answered."""
        self.way, self.rows = "compiled", body.count(b"{")

    def executed(self, result: ExecutionResult, body: bytes) -> None:
        """Ordinary execution has answered."""
        self.way, self.rows = "executed", body.count(b"{")
        if result.errors:
            self.status = "failed" if any(map(_is_ours, result.errors)) else "errors"

    def refused(self, reason: BaseException) -> None:
        """There is no answer, for this reason."""
        match reason:
            case Unavailable():
                self.status = "unavailable"
            case Refusal():
                self.status = "refused"
            case Exception():
                self.status = "failed"
            case _:
                self.status = "left"

    def invalid(self, body: bytes) -> bytes:
        """The request is wrong, as this body tells."""
        self.status = "invalid"
        return body

    def conclude(self) -> None:
        """Measure and log it, once: at the end, or earlier where an answer goes on for hours."""
        if self.concluded:
            return
        self.concluded = True
        took = time.perf_counter() - self.began
        TOOK.labels(self.name, self.kind, self.way, self.status).observe(took)
        log.info(
            "operation.answered",
            **self.more,
            operation=self.name,
            kind=self.kind,
            way=self.way,
            rows=self.rows,
            status=self.status,
            ms=round(took * 1e3, 1),
        )

    def answered(self, http_status: int) -> None:
        """The answer has this status of HTTP, which tells what is not told yet."""
        if self.status == "ok" and http_status != OK:
            self.status = _WORDS.get(http_status, "refused" if http_status < FAILED else "failed")


OK, FAILED = 200, 500
_WORDS: Final[Mapping[int, str]] = {400: "invalid", 503: "unavailable"}
_present: ContextVar[Observed | None] = ContextVar("observed", default=None)


def observed() -> Observed:
    """The operation that is being answered; one that nobody looks at, outside of any."""
    return _present.get() or Observed()


@contextmanager
def observing(door: str, **more: Any) -> Iterator[Observed]:
    """Measure the one operation of this block, and log it."""
    now = Observed(more={"door": door, **more})
    token = _present.set(now)
    try:
        yield now
    except BaseException as reason:
        now.refused(reason)
        raise
    finally:
        _present.reset(token)
        now.conclude()
        structlog.contextvars.unbind_contextvars("operation")


def observed_over(door: str, app: App) -> App:
    """The application with each of its requests in a context of its own, named on the answer, measured and logged."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        with request_context(scope["headers"], f"graphql {door}") as request_id, observing(door) as now:

            async def sending(message: Message) -> None:
                if message["type"] == "http.response.start":
                    now.answered(message["status"])
                await send(message)

            await app(scope, receive, named(sending, request_id))

    return answer


def _is_ours(error: Any) -> bool:
    """The error is a fault of ours, and was masked."""
    original = innermost(error)
    return original is not None and not isinstance(original, Refusal)

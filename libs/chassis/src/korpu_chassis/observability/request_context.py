"""The context of one request: its id and its trace, on every log line and on every request that it makes in turn."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final
from uuid import uuid4

import structlog

from korpu_chassis.observability.tracing import continuing, trace_headers

REQUEST_ID: Final = "x-request-id"
_HEADER: Final = REQUEST_ID.encode()
_ACCEPTED: Final = re.compile(rb"[A-Za-z0-9._:-]{8,64}")
"""A stranger's id stands on our log lines: short, and of letters that no reader of logs takes for something else."""


@contextmanager
def request_context(headers: Iterable[tuple[bytes, bytes]], name: str = "request") -> Iterator[str]:
    """Bind the request's id, its story and its trace as its headers say them; what they lack is made. Gives the id."""
    told = dict(headers)
    given = told.get(_HEADER, b"")
    request_id = given.decode() if _ACCEPTED.fullmatch(given) else str(uuid4())
    story = told.get(b"correlation-id", b"")[:64].decode("latin-1") or None
    with (
        continuing(told.items(), name),
        structlog.contextvars.bound_contextvars(request_id=request_id, correlation_id=story),
    ):
        yield request_id


def request_id() -> str | None:
    """The id of the present request."""
    found: str | None = structlog.contextvars.get_contextvars().get("request_id")
    return found


def outgoing_headers() -> dict[str, str]:
    """What a request that this one makes carries on: its id and its trace."""
    present = request_id()
    return {**trace_headers(), REQUEST_ID: present} if present else trace_headers()

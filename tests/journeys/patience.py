"""Waiting for what comes about eventually: bounded, and clear about what did not come."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from korpu_local.portal import Portal, Refused

T = TypeVar("T")
SECONDS = 20.0
PAUSE = 0.05
NOT_HEARD_YET = frozenset(
    {
        "mobility-condition-unknown",
        "mobility-agreement-not-in-force",
        "opportunity-link-unknown",
        "paper-organisation-unnamed",
        "trip-link-unknown",
    }
)
"""Refusals that end when news from another service arrives."""


def eventually(question: Callable[[], T], until: Callable[[T], Any] = bool, seconds: float = SECONDS) -> T:
    """Ask again until the answer is as expected; the last answer is shown when it never is."""
    deadline = time.monotonic() + seconds
    while not until(answer := question()):
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds:g} s it is still {answer!r}")
        time.sleep(PAUSE)
    return answer


def does_when_heard(portal: Portal, command: str, **given: Any) -> dict[str, Any]:
    """Give a command that waits for news from another service; any other refusal is final."""
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return portal.does(command, **given)
        except Refused as refused:
            if refused.code not in NOT_HEARD_YET or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE)

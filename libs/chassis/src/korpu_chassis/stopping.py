"""Why a process cannot start, and whether it has been told to stop."""

import asyncio
import os
import signal

import structlog

log = structlog.get_logger()


class Stopping(Exception):
    """A process cannot start, for a reason that its operator can mend."""


class OrderToStop:
    """The order to stop: given by the first signal, in force when those who are served have had time to leave."""

    def __init__(self) -> None:
        self.given, self.in_force = False, asyncio.Event()
        self.drain = 0.0

    def obey(self, number: int) -> None:
        """Hear a signal: the first one gives the order, a second one ends the process at once."""
        if self.given:
            os._exit(128 + number)
        self.given = True
        log.info("process.stopping", signal=signal.Signals(number).name)
        if self.drain:
            log.info("process.draining", seconds=self.drain)
            asyncio.get_running_loop().call_later(self.drain, self.in_force.set)
        else:
            self.in_force.set()


orders: list[OrderToStop] = []


def stopping() -> asyncio.Event:
    """Set when this process is to end; every role ends its work soon after."""
    return orders[-1].in_force


def told_to_stop() -> bool:
    """Whether a signal has come; who serves goes on serving until `stopping()` is set, and is ready no more."""
    return bool(orders) and orders[-1].given


def drain_for(seconds: float) -> None:
    """Give those who are served so long to see that this process is not ready, once it is told to stop."""
    orders[-1].drain = seconds

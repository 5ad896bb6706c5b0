"""Memory of a process that lives for months: holes that a flood has left go back to the system."""

import asyncio
import ctypes
import gc
import os
from pathlib import Path
from typing import Final

GROWN: Final = 24 * 1024 * 1024
EVERY: Final = 15.0
"""Seconds: to give 24 MB back holds the loop for some 30 ms."""
_TAKEN: Final = Path("/proc/self/statm")


def prepare_memory() -> None:
    """Look seldom for what nobody reaches.

    What is imported by now lives as long as the process; looking through it again and again is a third of the work.
    What came last is looked through in pieces of 3 ms, and what survived five of these in one of 15: 50,000 objects at
    once held the loop for 20, and a million that were remembered since for 200.
    """
    gc.freeze()
    gc.set_threshold(10_000, 5, 1_000)


def keep_what_stands() -> None:
    """Look no more through what was made before the first request: it lives as long as the process, too.

    A gateway's schema is 200,000 objects; to walk them took 200 ms in which nobody was heard.
    """
    gc.freeze()


class Holes:
    """What was freed among things that stay: glibc keeps it, and a flood of messages of 60 KB left 100 MB of it.

    Asked now and then, it gives that back whenever the process has grown by so much since the last time. That takes
    some milliseconds for each 10 MB; to keep all large pieces apart (`M_MMAP_THRESHOLD`) would take a third more time
    for every answer of a list. Circles among what is old are looked for at the same moment, for nobody else does: a
    thousand connections that came and went at once are 80,000 objects, some 50 ms.
    """

    def __init__(self, grown: int = GROWN) -> None:
        self._grown = grown
        self._give_back = getattr(ctypes.CDLL(None), "malloc_trim", None) if _TAKEN.exists() else None
        self._least = taken() if self._give_back else 0

    def look(self) -> bool:
        """Whether something was given back; never where the C library or the system knows no way."""
        if self._give_back is None:
            return False
        now = taken()
        if now - self._least < self._grown:
            self._least = min(self._least, now)
            return False
        gc.collect()
        self._give_back(0)
        self._least = taken()
        return True

    async def forever(self) -> None:
        """Look every few seconds until cancelled: one look for all that the process does."""
        while True:
            await asyncio.sleep(EVERY)
            self.look()


def taken() -> int:
    """Bytes of memory that this process has (Linux)."""
    return int(_TAKEN.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

"""Memory of a process that lives for months: holes that a flood has left go back to the system."""

import ctypes
import gc
import os
from pathlib import Path
from typing import Final

GROWN: Final = 24 * 1024 * 1024
_TAKEN: Final = Path("/proc/self/statm")


def prepare_memory() -> None:
    """Look seldom for what nobody reaches.

    What is imported by now lives as long as the process; looking through it again and again is a third of the work.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


class Holes:
    """What was freed among things that stay: glibc keeps it, and a flood of messages of 60 KB left 100 MB of it.

    Asked now and then, it gives that back whenever the process has grown by so much since the last time. That takes
    some milliseconds for each 10 MB; to keep all large pieces apart (`M_MMAP_THRESHOLD`) would take a third more time
    for every answer of a list.
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
        gc.collect(1)  # what came lately: to walk everything that stays could hold the loop for long
        self._give_back(0)
        self._least = taken()
        return True


def taken() -> int:
    """Bytes of memory that this process has (Linux)."""
    return int(_TAKEN.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

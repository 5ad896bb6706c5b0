"""Memory of a process that lives for months: what was large and short-lived goes back to the system."""

import ctypes
import gc
from typing import Final

LARGE: Final = 32 * 1024
"""Bytes from which glibc keeps a piece of memory apart from all others, so that it goes back as soon as it is freed."""
SLACK: Final = 128 * 1024
_TRIM, _APART = -1, -3  # M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of <malloc.h>


def prepare_memory() -> None:
    """Look seldom for what nobody reaches, and give large pieces back.

    What is imported by now lives as long as the process; looking through it again and again is a third of the work.
    And glibc keeps ever larger pieces among the small ones by itself, each time that one was freed: a flood of messages
    of 60 KB left 200 MB of holes behind.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    settle = getattr(ctypes.CDLL(None), "mallopt", None)
    if settle is not None:  # other C libraries have no such word
        settle(_APART, LARGE)
        settle(_TRIM, SLACK)

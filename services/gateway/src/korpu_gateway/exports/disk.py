"""The folder in which a workbook grows: it is gone when the export ends, however it ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir

from korpu_gateway.exports.refused import NoRoom

PREFIX = "korpu-export-"
FULL = frozenset({EDQUOT, EFBIG, ENOSPC})
ABANDONED = 3_600.0
"""Seconds after which a folder belongs to nobody: no export takes so long."""


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one file; refused when the disk has no room for what is written there."""
    try:
        _sweep()
        with TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as made:
            yield Path(made)
    except OSError as broken:
        if broken.errno in FULL:
            raise NoRoom from None
        raise


def _sweep() -> None:
    """Remove what processes that were killed have left behind."""
    for left in Path(gettempdir()).glob(f"{PREFIX}*"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            rmtree(left, ignore_errors=True)

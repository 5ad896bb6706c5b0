"""What a PDF may not hold: programs, attached files, a password; read in a process of its own that is bounded."""

import subprocess
import sys
import threading

from korpu_documents.refusals import FilesAway, FileTypeMismatch, FileUnsafe

SECONDS = 90.0
"""On the clock; the process itself stops long before, by its own processor time, unless the machine is overloaded."""
_TURNS = threading.BoundedSemaphore(2)


def refuse_unsafe_pdf(content: bytes) -> None:
    """Refuse a PDF that acts, carries files or needs a password, and one that nothing can read.

    What only forbids printing or copying opens without a password and is taken; damage that can be repaired is borne.
    """
    order = [sys.executable, "-I", "-m", "korpu_documents.pdf_inspection"]
    try:
        with _TURNS:
            done = subprocess.run(  # noqa: S603 -- our own module
                order, input=content, capture_output=True, env={}, timeout=SECONDS, check=False
            )
    except subprocess.TimeoutExpired:
        raise FilesAway from None
    match done.stdout:
        case b"plain":
            return
        case b"unreadable":
            raise FileTypeMismatch
        case _:
            raise FileUnsafe

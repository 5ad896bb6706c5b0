"""Typesetting: a template and its data become a PDF, in a process of its own that is bounded in time and memory."""

import asyncio
import io
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import orjson
import segno

SECONDS = 20.0
LARGEST_DATA = 1024 * 1024
LARGEST_FILE = 25 * 1024 * 1024
AT_ONCE, WAITING = 2, 6


class PressBusy(Exception):
    """So many sheets wait already that another would keep its caller, and a connection, for too long."""


class Press:
    """Sets so many sheets at once, and lets a few wait."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._room = at_once + waiting

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, or hear at once that too many do."""
        if not self._room:
            raise PressBusy
        self._room -= 1
        try:
            async with self._free:
                yield
        finally:
            self._room += 1


_PRESS = Press()


class CannotTypeset(Exception):
    """These words cannot be set: too long, too slow, or in letters that no font of ours has."""


@dataclass(frozen=True)
class Sheet:
    """What is typeset: a template below a root outside of which nothing is read, its data, and its one date.

    What templates of several roots share (`.typ` below `shared`) they import as if it lay below their own.
    """

    root: Path
    template: Path
    data: Mapping[str, Any]
    made: datetime
    shared: Path | None = None


async def typeset(sheet: Sheet, *, form: Literal["pdf", "png"] = "pdf", seconds: float = SECONDS) -> bytes:
    """The PDF (or its pages as a JSON list of base64 PNG); the same sheet gives the same bytes.

    The data reaches the template as one JSON text, so it is text on paper and never code. A PDF is PDF/A-2a and
    PDF/UA-1: archived, tagged, with every font inside; a letter that no font has is therefore refused.
    """
    order = orjson.dumps(
        {
            "root": str(sheet.root),
            "template": str(sheet.template),
            "data": orjson.dumps(sheet.data).decode(),
            "made": int(sheet.made.astimezone(UTC).timestamp()),
            "form": form,
            "shared": str(sheet.shared or ""),
        }
    )
    if len(order) > LARGEST_DATA:
        raise CannotTypeset("too-large")
    async with _PRESS.turn():
        return await _pressed(order, seconds)


async def _pressed(order: bytes, seconds: float) -> bytes:
    pipe = asyncio.subprocess.PIPE
    press = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", "korpu_documents.typeset_worker", stdin=pipe, stdout=pipe, stderr=pipe, env={}
    )
    try:
        async with asyncio.timeout(seconds):
            made, said = await press.communicate(order)
    except TimeoutError:
        raise CannotTypeset("too-slow") from None
    finally:
        if press.returncode is None:
            press.kill()
            await press.wait()
    if press.returncode or not made:
        raise CannotTypeset("missing-letters" if b"could not be displayed" in said else "not-typeset")
    if len(made) > LARGEST_FILE:
        raise CannotTypeset("too-large")
    return made


def qr_code(text: str) -> str:
    """The text as a QR code that bears a quarter of damage, drawn as SVG."""
    drawn = io.BytesIO()
    segno.make(text, error="q", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()

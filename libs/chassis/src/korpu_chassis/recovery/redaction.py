"""Redaction: words that should never have gone out are taken from what an owner says again."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.messaging.outbox import outbox

MASK = "█"


class StillSaid(Exception):
    """The last word about a thing holds what is to be taken out: its owner has not corrected it yet."""


@dataclass(frozen=True)
class Redacted:
    """How many of a thing's messages were there, and in how many of them something was taken out."""

    messages: int
    changed: int


async def redact(session: AsyncSession, key: UUID, words: Sequence[str]) -> Redacted:
    """Take these words out of everything that was said of one thing; ids, versions and order stay, so readers go on.

    The newest message must be free of them already, because the thing itself is corrected by a command and not here.
    The caller commits, and then has the topic made anew and filled from the outbox.
    """
    wanted = sa.select(outbox.c.seq, outbox.c.body).where(outbox.c.key == str(key)).order_by(outbox.c.seq)
    rows = (await session.execute(wanted.with_for_update())).all()
    bodies = {row.seq: orjson.loads(row.body) for row in rows}
    cleaned = {seq: _without(body, words) for seq, body in bodies.items()}
    changed = [seq for seq, body in bodies.items() if cleaned[seq] != body]
    if rows and rows[-1].seq in changed:
        raise StillSaid("the newest message still holds them: correct the thing by its command first")
    for seq in changed:
        body = json.dumps(cleaned[seq], ensure_ascii=False, separators=(",", ":")).encode()
        await session.execute(sa.update(outbox).where(outbox.c.seq == seq).values(body=body))
    return Redacted(len(rows), len(changed))


def words_given() -> list[str]:
    """The words that are to go, one a line, from standard input: there they stand in no history and no process list."""
    return [line.strip() for line in sys.stdin if line.strip()]


def _without(value: Any, words: Sequence[str]) -> Any:
    if isinstance(value, dict):
        return {name: _without(each, words) for name, each in value.items()}
    if isinstance(value, list):
        return [_without(each, words) for each in value]
    if isinstance(value, str):
        for word in words:
            value = value.replace(word, MASK)
    return value

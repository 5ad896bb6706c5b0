"""Which version of each key a group of readers knows, so that a version that comes too early is seen."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.database.metadata import metadata
from korpu_chassis.messaging.envelope import Incoming

known_version = sa.Table(
    "known_version",
    metadata,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("epoch", sa.BigInteger, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

Key = tuple[str, str]

_FIND = text("""
    SELECT k.topic, k.key, k.epoch, k.version FROM known_version AS k
    JOIN unnest(CAST(:topics AS text[]), CAST(:keys AS text[])) AS w(topic, key) USING (topic, key)
    WHERE k."group" = :group
""")
_KEEP = text("""
    INSERT INTO known_version AS k ("group", topic, key, epoch, version)
    SELECT :group, n.* FROM unnest(
        CAST(:topics AS text[]), CAST(:keys AS text[]), CAST(:epochs AS bigint[]), CAST(:versions AS bigint[])
    ) AS n(topic, key, epoch, version)
    ON CONFLICT ("group", topic, key) DO UPDATE SET epoch = excluded.epoch, version = excluded.version
    WHERE (k.epoch, k.version) < (excluded.epoch, excluded.version)
""")
_FORGET = text('DELETE FROM known_version WHERE "group" = :group AND topic = :topic AND key = :key')


class Version(NamedTuple):
    """A version within the epoch of its owner: who was restored to an earlier moment begins a new epoch."""

    epoch: int
    version: int

    @classmethod
    def of(cls, message: Incoming) -> "Version":
        """The version that a message carries."""
        return cls(message.epoch, message.version)


def leaves_a_gap(known: Version | None, new: Version) -> bool:
    """Whether versions are missing before this one.

    An owner says every version of a key, in order, on one partition. So the first that a reader hears may be any, and
    so may the first of a new epoch; what was known or is older is a repetition; after that each follows its
    predecessor.
    """
    return known is not None and new.epoch == known.epoch and new.version > known.version + 1


class Versions:
    """What one group knows; the caller's transaction commits it with the effects."""

    def __init__(self, group: str) -> None:
        self._group = group

    async def known(self, session: AsyncSession, keys: Collection[Key]) -> dict[Key, Version]:
        """The newest version known of each of these keys."""
        names = {"topics": [topic for topic, _ in keys], "keys": [key for _, key in keys]}
        rows = await session.execute(_FIND, {"group": self._group, **names})
        return {(topic, key): Version(epoch, version) for topic, key, epoch, version in rows}

    async def keep(self, session: AsyncSession, newest: Mapping[Key, Version]) -> None:
        """Write down what is known by now; an older version changes nothing."""
        if newest:
            names = {
                "topics": [topic for topic, _ in newest],
                "keys": [key for _, key in newest],
                "epochs": [each.epoch for each in newest.values()],
                "versions": [each.version for each in newest.values()],
            }
            await session.execute(_KEEP, {"group": self._group, **names})

    async def forget(self, session: AsyncSession, topic: str, key: str) -> None:
        """Take the next version as it comes: somebody has decided that what is missing will not come."""
        await session.execute(_FORGET, {"group": self._group, "topic": topic, "key": key})

"""What a reader does with a batch of its owners' messages: their effects, and what is parked instead."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import prometheus_client as prometheus
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.messaging.envelope import Incoming, Unreadable, read
from korpu_chassis.messaging.inbox import Inbox
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.parking import Aside, Parking, Reason, key_of
from korpu_chassis.messaging.versions import Key, Version, Versions, leaves_a_gap
from korpu_chassis.observability.telemetry import telling
from korpu_chassis.observability.tracing import continuing

Handler = Callable[[Sequence[Incoming], AsyncSession], Awaitable[None]]

_STILL_GOOD = text("SELECT 1")

repeated = prometheus.Counter("korpu_consumer_repeated_total", "Messages heard before and passed over.", ["group"])
skipped = prometheus.Counter("korpu_consumer_skipped_total", "Messages of a type nobody knows.", ["group", "topic"])


class Entry(NamedTuple):
    """A record as it was read: a message, known or not by its type, or the fault that makes it unreadable."""

    record: Record
    message: Incoming | None = None
    fault: str | None = None
    known: bool = True
    halts: bool = False


class Early(Exception):
    """Versions of the key are missing before this one."""


class Intake(Protocol):
    """How records become effects, in the transaction that also stores the offset."""

    def entry(self, record: Record) -> Entry:
        """Read a record, without the database."""

    async def effects(self, session: AsyncSession, entries: Sequence[Entry], failed: str | None) -> list[Incoming]:
        """Let a batch have its effects, and give what had one; a single entry that failed is put aside instead."""

    async def again(self, session: AsyncSession, record: Record) -> None:
        """Let a parked record have its effect; raises when it still cannot."""


@dataclass
class OwnedTopics:
    """The intake of topics on which one owner speaks: what cannot have its effect waits by key, in order.

    A message whose source is not the owner of the topic is unreadable. A record without a readable key could belong
    to any, so its partition waits as a whole.
    """

    group: str
    handler: Handler
    reads: Callable[[Record], Incoming] = read
    knows: Callable[[str], bool] = lambda name: name.endswith(".v1")
    parking: Parking = field(init=False)

    def __post_init__(self) -> None:
        """Open the group's books."""
        self.parking = Parking(self.group)
        self._ledger = Inbox(self.group)
        self._versions = Versions(self.group)

    def entry(self, record: Record) -> Entry:
        """Read a record strictly."""
        try:
            message = self._read(record)
        except Unreadable as fault:
            return Entry(record, fault=str(fault) or "unreadable", halts=key_of(record) is None)
        known = self.knows(message.type)
        if not known:
            skipped.labels(self.group, record.topic).inc()
        return Entry(record, message, known=known)

    async def effects(self, session: AsyncSession, entries: Sequence[Entry], failed: str | None) -> list[Incoming]:
        """Park what must wait; the others have their effect."""
        sorting = await self._sorting(session, entries)
        for entry in entries:
            sorting.take(entry, failed)
        await self.parking.park(session, sorting.asides())
        for record in sorting.filled:
            await self.parking.release(session, record)
        await self._versions.keep(session, sorting.newest)
        fresh = await self._ledger.handle(session, sorting.now) if sorting.now else []
        repeated.labels(self.group).inc(len(sorting.now) - len(fresh))
        await have_effect(self.handler, fresh, session)
        return fresh

    async def again(self, session: AsyncSession, record: Record) -> None:
        """Let a parked record have its effect, unless versions before it are still missing."""
        message = self._read(record)
        key, version = (message.topic, message.key), Version.of(message)
        known = (await self._versions.known(session, [key])).get(key)
        if leaves_a_gap(known, version):
            raise Early(gap(known, version))
        if self.knows(message.type):
            await have_effect(self.handler, await self._ledger.handle(session, [message]), session)
        await self._versions.keep(session, {key: version})

    def _read(self, record: Record) -> Incoming:
        message = self.reads(record)
        owner = f"/{record.topic.partition('.')[0]}"
        if message.attributes.get("source") != owner:
            raise Unreadable(f"the source is not {owner}, which owns the topic")
        return message

    async def _sorting(self, session: AsyncSession, entries: Sequence[Entry]) -> "_Sorting":
        keys = {(each.record.topic, key) for each in entries if (key := _key(each)) is not None}
        waiting = await self.parking.waiting_keys(session, {key for _, key in keys}) if keys else {}
        sorting = _Sorting(waiting, await self._versions.known(session, keys) if keys else {})
        gaps = [key for (_, key), only_gaps in waiting.items() if only_gaps]
        for record in await self.parking.early(session, gaps) if gaps else ():
            sorting.expect(Entry(record, self._read(record)), parked=True)
        return sorting


@dataclass
class _Sorting:
    """What of a batch has its effect now, and what waits; it looks at one entry after the other."""

    waiting: dict[Key, bool]
    known: dict[Key, Version]
    now: list[Incoming] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    early: dict[Key, dict[Version, tuple[Entry, bool]]] = field(default_factory=dict)
    newest: dict[Key, Version] = field(default_factory=dict)
    filled: list[Record] = field(default_factory=list)

    def expect(self, entry: Entry, *, parked: bool) -> None:
        """Keep a message at hand that waits for a version before it; a second one of its version says nothing new."""
        if message := entry.message:
            of_key = self.early.setdefault((message.topic, message.key), {})
            of_key.setdefault(Version.of(message), (entry, parked))

    def asides(self) -> list[Aside]:
        """What is to be put aside after the whole batch was looked at."""
        early = [entry for of_key in self.early.values() for entry, parked in of_key.values() if not parked]
        why = "versions before it are missing"
        gaps = [Aside(each.record, Reason.GAP, why, each.message.version if each.message else None) for each in early]
        return [*self.aside, *gaps]

    def take(self, entry: Entry, failed: str | None) -> None:
        """Decide about the next entry."""
        if entry.message is None:
            self._put_aside(entry, Reason.UNREADABLE, entry.fault or "unreadable")
        elif failed:
            self._put_aside(entry, Reason.FAILED, failed)
        else:
            self._decide(entry, entry.message)

    def _decide(self, entry: Entry, message: Incoming) -> None:
        key, version = (message.topic, message.key), Version.of(message)
        known = self.known.get(key)
        if leaves_a_gap(known, version) and self.waiting.get(key, True):
            self.waiting[key] = True
            self.expect(entry, parked=False)
        elif key in self.waiting and (known is None or not self.waiting[key]):
            self._put_aside(entry, Reason.BEHIND, "an earlier message of its key waits")
        else:
            self._let_pass(entry, message)
            self._fill(key)

    def _let_pass(self, entry: Entry, message: Incoming) -> None:
        key, version = (message.topic, message.key), Version.of(message)
        self.known[key] = self.newest[key] = max(version, self.known.get(key, version))
        if entry.known:
            self.now.append(message)

    def _fill(self, key: Key) -> None:
        """Let what waited pass once the version before it has come."""
        of_key = self.early.get(key, {})
        while of_key and not leaves_a_gap(self.known[key], first := min(of_key)):
            entry, parked = of_key.pop(first)
            if entry.message:
                self._let_pass(entry, entry.message)
            if parked:
                self.filled.append(entry.record)
        if not of_key:
            self.waiting.pop(key, None)

    def _put_aside(self, entry: Entry, reason: Reason, error: str) -> None:
        message, key = entry.message, (entry.record.topic, _key(entry) or "")
        self.aside.append(Aside(entry.record, reason, error, message.version if message else None))
        self.waiting[key] = False


def gap(known: Version | None, new: Version) -> str:
    """What is missing, in words."""
    return f"version {new.version} after {known.version if known else 0}"


async def have_effect(handler: Handler, fresh: Sequence[Incoming], session: AsyncSession) -> None:
    """Hand messages to their handler, one in its own story and trace."""
    if len(fresh) == 1:
        with continuing(fresh[0].trace, "message"), telling(correlation_id=str(fresh[0].correlation_id)):
            await handler(fresh, session)
    elif fresh:
        await handler(fresh, session)
    # A handler may have hidden a failed statement, and then PostgreSQL answers COMMIT with a silent rollback.
    await session.execute(_STILL_GOOD)


def _key(entry: Entry) -> str | None:
    return entry.message.key if entry.message else key_of(entry.record)

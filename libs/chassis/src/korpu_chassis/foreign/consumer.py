"""Topics that others write: whatever they hold is taken, or refused and told, and never stops a reader."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import structlog
from prometheus_client import Counter
from pydantic import BaseModel, ConfigDict
from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from korpu_chassis import clock
from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.database.metadata import metadata
from korpu_chassis.foreign.sender_keys import SIGNED, SenderKeys
from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.messaging.envelope import Incoming, Outgoing, Unreadable, read
from korpu_chassis.messaging.inbox import inbox
from korpu_chassis.messaging.intake import Entry
from korpu_chassis.messaging.kafka import Record
from korpu_chassis.messaging.outbox import post
from korpu_chassis.messaging.parking import Aside, Parking, Reason
from korpu_chassis.observability.repeated_lines import RepeatedLines
from korpu_chassis.refusals import Refusal, wording

refused_message = sa.Table(
    "refused_message",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("partition", sa.Integer, nullable=False),
    sa.Column("offset", sa.BigInteger, nullable=False),
    sa.Column("sender", sa.Text),
    sa.Column("message_id", sa.Uuid),
    sa.Column("subject", sa.Uuid),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("detail", sa.Text),
    sa.Column("text", JSONB, nullable=False),
    sa.Index("refused_message_latest", "at"),
)

log = structlog.get_logger("foreign")
refused = Counter("korpu_foreign_refused_total", "Messages of others that had no effect.", ["topic", "sender", "code"])


class NotReadable(Refusal):
    """A message keeps the form of CloudEvents."""

    code = "message-unreadable"
    status = 422
    text = wording()["message-unreadable"]


class SenderUnknown(Refusal):
    """Whoever sends names itself as the source."""

    code = "sender-unknown"
    status = 422
    text = wording()["sender-unknown"]


class MessageIdReused(Refusal):
    """One id names one message."""

    code = "message-id-reused"
    text = wording()["message-id-reused"]


class RefusedMessage(BaseModel):
    """A message that had no effect: where it lies, whose it is as far as that is known, and why. Never its content."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    version: int = 1
    topic: str
    partition: int
    offset: int
    sender: str | None
    message_id: UUID | None
    subject: UUID | None
    code: str
    detail: str | None
    text: dict[str, str]
    at: datetime


class Nothing(Fact):
    """A fact that adds nothing to the state."""


@dataclass(frozen=True)
class Refusals:
    """Where senders are told what was refused: a topic, under a name, with one fact."""

    name: str
    topic: str
    fact: type[Fact]
    state: type[BaseModel] = RefusedMessage

    @property
    def facts(self) -> Mapping[str, type[Fact]]:
        """The one fact, by its name."""
        return {self.fact.name_for(self.name): self.fact}


Taking = Callable[[Incoming, str, UnitOfWork], Awaitable[None]]


def everything(_: Incoming | None) -> bool:
    """Whoever reads a topic alone takes what can be read, and answers for what cannot."""
    return True


@dataclass(frozen=True)
class Foreign:
    """A topic that others write; the handler gets the message and its sender, and refuses by raising a `Refusal`.

    Where several read one topic, `addressed` says of each message whose it is (of none, if it cannot be read), so that
    it is taken or refused once.
    """

    topic: str
    senders: frozenset[str]
    refusals: Refusals
    handler: Taking
    addressed: Callable[[Incoming | None], bool] = everything


@dataclass
class ForeignTopic:
    """The intake of a foreign topic: every record has its effect or is refused, in the transaction of its offset."""

    group: str
    service: str
    foreign: Foreign
    keys: SenderKeys
    uow: Callable[[AsyncSession, Incoming], UnitOfWork]

    def __post_init__(self) -> None:
        """Open the group's books, and count lines that are alike."""
        self._parking = Parking(self.group)
        self._lines = RepeatedLines()

    def entry(self, record: Record) -> Entry:
        """Read a record; no fault halts anything."""
        try:
            return Entry(record, read(record))
        except Unreadable as fault:
            # Names of attributes are the sender's words too.
            return Entry(record, fault=str(fault).partition("CloudEvent 1.0:")[0] or "unreadable")

    async def effects(self, session: AsyncSession, entries: Sequence[Entry], failed: str | None) -> list[Incoming]:
        """Take or refuse each; one that fails by our own fault is parked, with what follows under its key."""
        keys = {entry.message.key for entry in entries if entry.message}
        waiting = await self._parking.waiting_keys(session, keys) if keys else {}
        taken = []
        ours = (each for each in entries if self.foreign.addressed(each.message))
        for record, message, fault, *_ in ours:
            if message is None:
                await self._refuse(session, record, None, NotReadable(), fault)
            elif failed or (self.foreign.topic, message.key) in waiting:
                reason = Reason.FAILED if failed else Reason.BEHIND
                await self._parking.park(session, [Aside(record, reason, failed or "an earlier one waits")])
            else:
                await self._take(session, record, message)
                taken.append(message)
        return taken

    async def again(self, session: AsyncSession, record: Record) -> None:
        """Try a parked record again."""
        await self._take(session, record, read(record))

    async def _take(self, session: AsyncSession, record: Record, message: Incoming) -> None:
        try:
            sender = self._sender(record, message)
            if await self._is_new(session, record, message):
                async with session.begin_nested():
                    await self.foreign.handler(message, sender, self.uow(session, message))
        except Refusal as refusal:
            await self._refuse(session, record, message, refusal)

    def _sender(self, record: Record, message: Incoming) -> str:
        sender = str(message.attributes.get("source", "")).removeprefix("/")
        if sender not in self.foreign.senders:
            raise SenderUnknown
        self.keys.prove(sender, record)
        return sender

    async def _is_new(self, session: AsyncSession, record: Record, message: Incoming) -> bool:
        """Whether this id was not heard before; another message under a known id is refused."""
        held = b"".join((record.headers.get(name) or b"") + b"\n" for name in SIGNED) + (record.body or b"")
        digest = hashlib.blake2b(held, digest_size=16).digest()
        row = {"group": self.group, "id": message.id, "digest": digest}
        kept = upsert(inbox).values(row).on_conflict_do_nothing().returning(inbox.c.id)
        if (await session.execute(kept)).first() is not None:
            return True
        mine = (inbox.c.group == self.group) & (inbox.c.id == message.id)
        if (await session.execute(select(inbox.c.digest).where(mine))).scalar_one() != digest:
            raise MessageIdReused
        return False

    async def _refuse(
        self,
        session: AsyncSession,
        record: Record,
        message: Incoming | None,
        refusal: Refusal,
        detail: str | None = None,
    ) -> None:
        """Tell the sender on the topic of refusals, and the office by a row, a metric and a line."""
        state = RefusedMessage(
            id=uuid7(),
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            sender=self._named(record),
            message_id=message.id if message else None,
            subject=message.subject if message else None,
            code=refusal.code,
            detail=detail,
            text={language: refusal.message(language) for language in LANGUAGES},
            at=clock.now(),
        )
        row = state.model_dump(exclude={"version"})
        await session.execute(insert(refused_message), [row])
        await post(session, self._told(state, message))
        refused.labels(record.topic, state.sender or "unknown", refusal.code).inc()
        if times := self._lines.due((state.sender, refusal.code)):
            told = {name: row[name] for name in ("topic", "partition", "offset", "sender", "code")}
            log.warning("message.refused", **told, repeated=times)

    def _named(self, record: Record) -> str | None:
        """The sender that a record names, if it is one; anything else is foreign text, and not repeated."""
        source = (record.headers.get("ce_source") or b"").decode("utf-8", "replace").removeprefix("/")
        return source if source in self.foreign.senders else None

    def _told(self, state: RefusedMessage, message: Incoming | None) -> Outgoing:
        refusals = self.foreign.refusals
        body: dict[str, Any] = state.model_dump(mode="json")
        return Outgoing(
            service=self.service,
            topic=refusals.topic,
            fact=refusals.fact.name_for(refusals.name),
            subject=state.id,
            time=state.at,
            state=body,
            change={},
            correlation_id=(message and message.correlation_id) or state.id,
            causation_id=message.id if message else None,
        )


async def latest_refused(session: AsyncSession, most: int) -> list[RefusedMessage]:
    """What was refused of others, the latest first."""
    latest = (refused_message.c.at.desc(), refused_message.c.offset.desc())
    rows = await session.execute(select(refused_message).order_by(*latest).limit(most))
    return [RefusedMessage.model_validate(dict(row)) for row in rows.mappings()]


async def forget_refused(session: AsyncSession, before: datetime) -> None:
    """Forget what was refused before this instant; the topic remembers it."""
    await session.execute(sa.delete(refused_message).where(refused_message.c.at < before))

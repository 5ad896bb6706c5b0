"""A mutation at work: the owner decides, and the answer waits until the read model shows what the owner says."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import orjson
import structlog

from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.refusals import NotFound, Unavailable
from korpu_chassis.refusals import Refusal as Rule
from korpu_gateway.mutations.contracts import Command
from korpu_gateway.mutations.keepers import keepers
from korpu_gateway.mutations.refused import Refusal
from korpu_gateway.mutations.scalars import Spell
from korpu_gateway.mutations.story import story_of
from korpu_gateway.owners.owner import Caller, Declined
from korpu_gateway.readmodel.documents import document as as_document
from korpu_gateway.reads.kinds import KINDS, Document
from korpu_gateway.reads.reading import Reading
from korpu_gateway.subscriptions.watch import Order

PATIENCE = 2.0
AWAY = (DatabaseUnavailable, RowBusy)
log = structlog.get_logger()


@dataclass(frozen=True)
class Asked:
    """One mutation as it was asked: under which name of the response, with which input."""

    name: str
    given: Mapping[str, Any]
    key: str | None


@dataclass(frozen=True)
class Performing:
    """How one command is performed."""

    command: Command
    spell: Spell

    async def __call__(self, asked: Asked, reading: Reading) -> Document | Refusal:
        """The thing as the command leaves it, or why it was refused."""
        try:
            answer = await self._told(asked, reading)
        except Declined as declined:
            return Refusal.told(declined.problem)
        except Rule as rule:
            return Refusal.of(rule, reading.language)
        reading.extensions.warn(asked.name, answer["warnings"])
        return await self._shown(answer, reading)

    async def _told(self, asked: Asked, reading: Reading) -> Any:
        """What the owner says; a key makes it safe to ask again when an answer is lost."""
        body = self.spell(asked.given)
        if body.get("idempotency_key") is None:
            body["idempotency_key"] = asked.key or str(uuid4())
        story = await self._story(body, reading) if self.command.creates else None
        caller = Caller(reading.principal.token, reading.language, story)
        *others, last = await keepers(self.command, body, reading.pool)
        for service in others:
            try:
                return await reading.owners[service].ask(self.command.path, body, caller)
            except Declined as declined:
                if declined.problem["code"] != NotFound.code:
                    raise
        return await reading.owners[last].ask(self.command.path, body, caller)

    async def _story(self, body: Mapping[str, Any], reading: Reading) -> str | None:
        try:
            return await story_of(reading.pool, body)
        except AWAY as reason:
            log.warning("readmodel.away", away="database", condition=reason.condition)
            raise Unavailable from None

    async def _shown(self, answer: Mapping[str, Any], reading: Reading) -> Document:
        kind, id, told = (
            self.command.aggregate,
            UUID(answer["id"]),
            (int(answer.get("epoch", 0)), int(answer["version"])),
        )
        try:
            document = await _awaited(reading, kind, id, told)
        except AWAY as reason:
            log.warning("readmodel.away", away="database", condition=reason.condition)
            document = None
        if document is None:
            reading.extensions.behind()
            return as_document(KINDS[kind], answer["state"])
        return document


async def _awaited(reading: Reading, kind: str, id: UUID, told: Order) -> Document | None:
    """The document in this epoch and version or a later one; none when the read model stays behind."""
    with reading.watch.awaiting(id, told) as there:
        if document := await _document(reading.pool, kind, id, told):
            return document
        await asyncio.wait([there], timeout=PATIENCE)
    return await _document(reading.pool, kind, id, told)


async def _document(pool: asyncpg.Pool, kind: str, id: UUID, told: Order) -> Document | None:
    statement = f"SELECT doc::text FROM {kind} WHERE id = $1 AND (epoch, version) >= ($2, $3)"  # noqa: S608 -- a declared name
    text = await pool.fetchval(statement, id, *told)
    return orjson.loads(text) if text else None

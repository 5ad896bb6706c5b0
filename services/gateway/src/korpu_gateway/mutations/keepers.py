"""Which owner a command is for, where several keep the same kind of thing."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import asyncpg

from korpu_gateway.mutations.contracts import Command
from korpu_gateway.owners.ownership import keeper
from korpu_gateway.reads.kinds import KINDS


async def keepers(command: Command, body: Mapping[str, Any], pool: asyncpg.Pool) -> Sequence[str]:
    """The owner that a command is for; all in turn while the read model has not heard of the thing."""
    if len(command.services) == 1:
        return command.services
    if command.creates:
        found = KINDS[command.aggregate].keeper(body["kind"])
    else:
        found = await _told(command.aggregate, body["id"], pool)
    return (found,) if found else command.services


async def _told(kind: str, id: object, pool: asyncpg.Pool) -> str | None:
    """Who keeps it; what is no id an owner refuses in its words."""
    try:
        return await keeper(kind, UUID(str(id)), pool)
    except ValueError:
        return None

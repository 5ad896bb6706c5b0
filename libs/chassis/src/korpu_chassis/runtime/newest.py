"""What was said last of a thing of another service is kept; an older word that comes late changes nothing."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import SQLModel

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import Message


async def remember(table: type[SQLModel], message: Message[Any], uow: UnitOfWork) -> bool:
    """Keep the newest word about it; an older one changes nothing."""
    heard = set(table.model_fields) & set(type(message.state).model_fields) - {"id"}
    given = {name: getattr(message.state, name) for name in heard} | {"version": message.order}
    known = sa.inspect(table).local_table
    kept = insert(known).values(id=message.id, **given)
    newer = kept.on_conflict_do_update(
        index_elements=["id"], set_=given, where=known.c.version < message.order
    ).returning(known.c.id)
    return (await uow.session.execute(newer)).first() is not None

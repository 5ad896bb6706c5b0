"""How every service's database is brought up to date: the chassis' tables first, then the service's own."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString

from korpu_chassis.persistence.store import Parts


def plain_types(kind: str, thing: Any, _: AutogenContext) -> str | Literal[False]:
    """Write the database's own types into a draft, not the classes that stand for them."""
    if kind == "type" and isinstance(thing, Parts):
        return "JSONB()"
    if kind == "type" and isinstance(thing, AutoString):
        return "sa.Text()"
    return False


config = context.config
context.configure(
    connection=config.attributes["connection"],
    target_metadata=config.attributes["metadata"],
    compare_type=False,
    render_item=plain_types,
)
with context.begin_transaction():
    context.run_migrations()

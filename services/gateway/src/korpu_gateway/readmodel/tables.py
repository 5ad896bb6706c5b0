"""The tables of the read model: one per kind of document, and the history of all."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import TypeEngine

from korpu_gateway.readmodel.columns import WORD, Column
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.types import KINDS

TYPES: dict[str, TypeEngine[Any]] = {
    "integer": sa.Integer(),
    "boolean": sa.Boolean(),
    "uuid": sa.Uuid(),
    "uuid[]": ARRAY(sa.Uuid()),
    "text[]": ARRAY(sa.Text()),
    WORD: sa.Text(collation="C"),
}
metadata = sa.MetaData()


def _column(column: Column) -> sa.Column[Any]:
    return sa.Column(column.name, TYPES[column.type], sa.Computed(column.expression, persisted=True))


def _table(kind: Kind) -> sa.Table:
    table = sa.Table(
        kind.name,
        metadata,
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False, server_default="0"),
        sa.Column("doc", JSONB, nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        *(_column(each) for each in kind.all_columns),
    )
    for each in kind.all_columns:
        if each.many:
            at_once = {"fastupdate": "off"}
            sa.Index(f"{kind.name}_{each.name}", table.c[each.name], postgresql_using="gin", postgresql_with=at_once)
        elif each.indexed:
            sa.Index(f"{kind.name}_{each.name}", table.c[each.name], table.c.id)
    return table


documents = {name: _table(kind) for name, kind in KINDS.items()}

history = sa.Table(
    "history",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False, server_default="0"),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("fact", sa.Text, nullable=False),
    sa.Column("change", JSONB, nullable=False),
    sa.Column("doc", JSONB, nullable=False),
    sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
    sa.Column("valid_to", sa.DateTime(timezone=True)),
    sa.Column("actor", sa.Text),
    sa.Column("correlation_id", sa.Uuid),
    sa.Index("history_as_of", "kind", "valid_from"),
    sa.Index("history_story", "correlation_id"),
)

gap = sa.Table(
    "gap",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Uuid, primary_key=True),
    *(sa.Column(name, sa.Text, primary_key=True) for name in ("field", "part", "language")),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False, server_default="0"),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
)

task = sa.Table(
    "task",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("thing", sa.Uuid, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("step", sa.Integer, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("unit", sa.Text),
    sa.Column("subject", sa.Text),
    sa.Column("person", sa.Uuid),
    sa.Column("never", ARRAY(sa.Text), nullable=False),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    sa.Column("due", sa.Text),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("ended", sa.Boolean, nullable=False),
    sa.Index("task_thing", "thing"),
    sa.Index("task_role", "role", "unit", "person"),
)
"""What waits for whom: one row for each task, each command that would answer it, and each addressee of that."""

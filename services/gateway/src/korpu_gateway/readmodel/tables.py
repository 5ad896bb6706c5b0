"""The tables of the read model: one per kind of document, and the history of all."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import TypeEngine

from korpu_gateway.readmodel.columns import REMEMBERED, WORD, Column
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
    at_once = {"fastupdate": "off"}
    for each in kind.all_columns:
        if each.many:
            sa.Index(f"{kind.name}_{each.name}", table.c[each.name], postgresql_using="gin", postgresql_with=at_once)
        elif each.indexed:
            sa.Index(f"{kind.name}_{each.name}", table.c[each.name], table.c.id)
    narrow: dict[str, Any] = {"postgresql_include": kind.narrow} if kind.narrow else {}
    sa.Index(f"{kind.name}_narrow", table.c.status, **narrow)
    letters = sa.func.trigrams(table.c.search)
    sa.Index(f"{kind.name}_words", letters, postgresql_using="gin", postgresql_with=at_once)
    for each in kind.sought:
        sa.Index(f"{kind.name}_{each.name}", table.c[each.name])
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
    *(_column(each) for each in REMEMBERED),
    sa.Index("history_as_of", "kind", "status", "valid_from", postgresql_include=["valid_to", "unit"]),
    sa.Index("history_sort", "kind", "sort", "id", "valid_from"),
    sa.Index("history_story", "correlation_id"),
)

AGE = (
    "lpad((extract(epoch FROM since AT TIME ZONE 'UTC') * 1000000)::bigint::text, 17, '0')"
    " || kind || '|' || id || '|' || field || '|' || part || '|' || language"
)
PROMISE = "CASE WHEN public AND language IN ('az', 'en') THEN '0' WHEN public THEN '1' ELSE '2' END || "
GAP_ORDERS = {"by_age": "", "by_promise": PROMISE}
"""In which orders gaps are listed: by their age, and before that by what the public sees and is promised."""

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
    sa.Column("public", sa.Boolean, nullable=False, server_default=sa.false()),
    *(sa.Column(name, sa.Text(collation="C"), sa.Computed(f"{rank}{AGE}")) for name, rank in GAP_ORDERS.items()),
    *(sa.Index(f"gap_{name}", "kind", name) for name in GAP_ORDERS),
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

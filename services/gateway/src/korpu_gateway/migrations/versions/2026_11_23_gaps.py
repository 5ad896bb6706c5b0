"""What the texts of all things want in which language, also of those that are here already."""

import orjson
import sqlalchemy as sa
from alembic import op

from korpu_gateway.readmodel.gaps import gaps_of

revision = "gateway_gaps"
down_revision = "gateway_projects"
branch_labels = None
depends_on = None

TABLE = """
    CREATE TABLE gap (
        kind text NOT NULL,
        id uuid NOT NULL,
        field text NOT NULL,
        part text NOT NULL,
        language text NOT NULL,
        state text NOT NULL,
        revision integer NOT NULL,
        version integer NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (kind, id, field, part, language)
    )
"""
ADD = sa.text(
    "INSERT INTO gap (kind, id, field, part, language, state, revision, version, since)"
    " VALUES (:kind, :id, :field, :part, :language, :state, :revision, :version, :since)"
)
HERE = ("organisation", "agreement", "letter", "mobility", "person", "visit", "action_point")
BATCH = 1_000


def upgrade() -> None:
    op.execute(TABLE)
    for kind in HERE:
        _fill(kind)


def _fill(kind: str) -> None:
    after, bind = None, op.get_bind()
    page = sa.text(
        f"SELECT id, version, doc::text AS doc, valid_from FROM {kind}"  # noqa: S608 -- a name from above
        " WHERE CAST(:after AS uuid) IS NULL OR id > :after ORDER BY id LIMIT :batch"
    )
    while rows := bind.execute(page, {"after": after, "batch": BATCH}).all():
        wanted = [
            {"kind": kind, "id": row.id, "version": row.version, "since": row.valid_from, **gap._asdict()}
            for row in rows
            for gap in gaps_of(orjson.loads(row.doc))
        ]
        if wanted:
            bind.execute(ADD, wanted)
        after = rows[-1].id


def downgrade() -> None:
    op.execute("DROP TABLE gap")

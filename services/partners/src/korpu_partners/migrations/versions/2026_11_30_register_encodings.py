"""A register says in which encoding it is read, and what its rows say where they say nothing."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "partners_register_encodings"
down_revision = "partners_spelled_alike"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("register_import", sa.Column("encoding", sa.Text(), nullable=True))
    empty = sa.text("'[]'::jsonb")
    kept = sa.Column("defaults", postgresql.JSONB(), nullable=False, server_default=empty)
    op.add_column("register_import", kept)
    op.alter_column("register_import", "defaults", server_default=None)

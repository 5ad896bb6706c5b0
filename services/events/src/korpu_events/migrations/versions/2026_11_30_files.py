"""Files of visits and of action points."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "events_files"
down_revision = "events_who_is_away"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for table in ("visit", "action_point"):
        op.add_column(table, sa.Column("files", JSONB(), nullable=False, server_default="[]"))
    op.create_table(
        "uploaded_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256", "uploaded_by", name="uploaded_file_once"),
    )
    op.create_index("uploaded_file_at", "uploaded_file", ["at"])
    op.create_table(
        "attached_file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("aggregate_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "kind", "aggregate_id"),
    )

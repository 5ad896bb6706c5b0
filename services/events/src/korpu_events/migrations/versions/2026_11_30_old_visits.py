"""Imports of old registers: their files and their rows; and which visits came in so."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "events_imports"
down_revision = "events_registrations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "register_import",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("sheets", JSONB(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("since_1904", sa.Boolean(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("defaults", JSONB(), nullable=False),
        sa.Column("head_row", sa.Integer(), nullable=False),
        sa.Column("columns", JSONB(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("worked", sa.Integer(), nullable=False),
        sa.Column("counts", JSONB(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("partner_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("worked_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "register_piece",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("file_id", "number"),
    )
    op.create_table(
        "register_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("cells", JSONB(), nullable=False),
        sa.Column("mended", JSONB(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=True),
        sa.Column("mended_fingerprint", sa.Text(), nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("remarks", JSONB(), nullable=False),
        sa.Column("offered", JSONB(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=True),
        sa.Column("made_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("register_row_once", "register_row", ["import_id", "row"], unique=True)
    op.create_index("register_row_outcome", "register_row", ["import_id", "outcome", "row"])
    op.create_index("register_row_taken", "register_row", ["import_id", "taken", "row"])
    op.create_index("register_row_fingerprint", "register_row", ["fingerprint"])
    op.create_index("register_row_mended_fingerprint", "register_row", ["mended_fingerprint"])
    op.create_index("register_row_thing", "register_row", ["thing_id"])
    op.add_column("visit", sa.Column("entered_on", sa.Date(), nullable=True))

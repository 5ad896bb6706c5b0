"""Rows of old registers: kept for a time, known again after they were mended, and partners registered out of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "partners_kept_rows"
down_revision = "partners_old_books"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column(
        "register_import",
        sa.Column("partner_ids", postgresql.ARRAY(sa.Uuid()), nullable=False, server_default="{}"),
    )
    op.alter_column("register_import", "partner_ids", server_default=None)
    op.add_column("register_import", sa.Column("worked_on", sa.Date(), nullable=True))
    op.execute("UPDATE register_import SET worked_on = (changed_at AT TIME ZONE 'Asia/Baku')::date")
    op.alter_column("register_import", "worked_on", nullable=False)
    op.add_column("register_row", sa.Column("mended_fingerprint", sa.Text(), nullable=True))
    op.create_index("register_row_taken", "register_row", ["import_id", "taken", "row"])
    op.create_index("register_row_mended_fingerprint", "register_row", ["mended_fingerprint"])

"""Scores that were corrected, and rankings that were taken back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_reopened_scoring"
down_revision = "mobility_personal_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; nothing was corrected yet."""
    op.add_column("application", sa.Column("corrections", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("application", "corrections", server_default=None)
    op.add_column("selection", sa.Column("reopened_on", sa.Date(), nullable=True))
    op.add_column("selection", sa.Column("reason", sa.Text(), nullable=True))

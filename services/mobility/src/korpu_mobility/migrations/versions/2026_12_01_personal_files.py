"""The papers of stays and the files of people."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_personal_files"
down_revision = "mobility_study_invitations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; nobody has brought anything yet."""
    for table in ("person", "mobility"):
        op.add_column(table, sa.Column("files", JSONB(), nullable=False, server_default="[]"))
        op.alter_column(table, "files", server_default=None)

"""Agreements know who is going to where a partner is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_journeys_near"
down_revision = "partners_depending_organisations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("agreement", sa.Column("journeys", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("agreement", "journeys", server_default=None)

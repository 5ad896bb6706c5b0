"""What departments are asked for, so that somebody can travel."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_trip_help"
down_revision = "mobility_calendars"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; nothing was asked for yet."""
    op.add_column("trip", sa.Column("requests", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("trip", "requests", server_default=None)

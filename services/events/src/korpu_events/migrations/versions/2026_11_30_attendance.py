"""Tickets, and who was there."""

import sqlalchemy as sa
from alembic import op

revision = "events_attendance"
down_revision = "events_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("registration", sa.Column("ticket", sa.Text(), nullable=True))
    op.add_column("registration", sa.Column("attended_at", sa.DateTime(timezone=True), nullable=True))

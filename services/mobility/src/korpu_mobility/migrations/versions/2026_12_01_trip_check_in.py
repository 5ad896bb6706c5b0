"""Travellers in a country whose risk was raised are asked whether they are safe."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_trip_check_in"
down_revision = "mobility_trip_help"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; nobody was asked yet."""
    op.add_column("trip", sa.Column("check_in", sa.Text(), nullable=True))
    op.add_column("trip", sa.Column("check_in_asked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("trip", sa.Column("check_in_note", sa.Text(), nullable=True))
    op.add_column("trip", sa.Column("raised", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("trip", "raised", server_default=None)

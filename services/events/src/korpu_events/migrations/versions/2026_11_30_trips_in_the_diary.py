"""Trips stand in the diary, and those that belong to a visit do not hinder it."""

import sqlalchemy as sa
from alembic import op

revision = "events_trips_in_the_diary"
down_revision = "events_offered_events"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("booking", sa.Column("part_of", sa.Uuid(), nullable=True))
    op.create_table(
        "heard_trip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )

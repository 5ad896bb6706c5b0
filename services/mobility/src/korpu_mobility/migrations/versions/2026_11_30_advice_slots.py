"""Appointments for advice."""

import sqlalchemy as sa
from alembic import op

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_advice_slots"
down_revision = "mobility_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "advice_slot",
        sa.Column("advisor", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    for name in ("advisor", "person_id"):
        op.create_index(op.f(f"ix_advice_slot_{name}"), "advice_slot", [name], unique=False)

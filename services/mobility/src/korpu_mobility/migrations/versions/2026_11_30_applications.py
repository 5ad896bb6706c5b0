"""Applications, and the places that they choose among."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_applications"
down_revision = "mobility_opportunities"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("opportunity", sa.Column("destinations", JSONB(), nullable=False, server_default="[]"))
    op.add_column("opportunity", sa.Column("most_choices", sa.Integer(), nullable=False, server_default="1"))
    for name in ("destinations", "most_choices"):
        op.alter_column("opportunity", name, server_default=None)
    create_aggregate(
        "application",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("requirements", sa.Integer(), nullable=False),
        sa.Column("choices", JSONB(), nullable=False),
        sa.Column("handed", JSONB(), nullable=False),
        sa.Column("motivation", sa.Text(), nullable=True),
        sa.Column("stated", JSONB(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("repair_until", sa.Date(), nullable=True),
        sa.Column("withdrawal", JSONB(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_application_opportunity_id"), "application", ["opportunity_id"], unique=False)
    op.create_index(
        "application_one_per_opportunity",
        "application",
        ["person_id", "opportunity_id"],
        unique=True,
        postgresql_where=sa.text("status <> 'withdrawn'"),
    )

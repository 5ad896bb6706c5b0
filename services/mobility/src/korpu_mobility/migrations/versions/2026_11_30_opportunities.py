"""Opportunities, and what is asked of those who apply."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_opportunities"
down_revision = "mobility_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "opportunity",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("description", JSONB(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("provider", sa.Text(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("condition_id", sa.Uuid(), nullable=True),
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("academic_year", sa.Text(), nullable=True),
        sa.Column("countries", JSONB(), nullable=False),
        sa.Column("requirements", JSONB(), nullable=False),
        sa.Column("documents", JSONB(), nullable=False),
        sa.Column("criteria", JSONB(), nullable=False),
        sa.Column("obligations", JSONB(), nullable=False),
        sa.Column("funding", sa.Text(), nullable=False),
        sa.Column("covers", JSONB(), nullable=False),
        sa.Column("amounts", JSONB(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("opens", sa.Date(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("internal_deadline", sa.Date(), nullable=True),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("apply_link", sa.Text(), nullable=True),
        sa.Column("nomination_needed", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("verification", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("suspended_for", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    for name in ("agreement_id", "organisation_id"):
        op.create_index(op.f(f"ix_opportunity_{name}"), "opportunity", [name], unique=False)

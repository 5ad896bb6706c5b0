"""Selections: committees, scores, ranks and places."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_selections"
down_revision = "mobility_advice_slots"
branch_labels = None
depends_on = None

LISTS = ("scorer_ids", "scored_ids", "conflicts", "steps")


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "selection",
        sa.Column("opportunity_id", sa.Uuid(), nullable=False),
        sa.Column("member_ids", JSONB(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("tie_rule", sa.Text(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("pass_mark", sa.Numeric(), nullable=True),
        sa.Column("score_by", sa.Date(), nullable=False),
        sa.Column("weights", JSONB(), nullable=False),
        sa.Column("quotas", JSONB(), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=True),
        sa.Column("ranked_on", sa.Date(), nullable=True),
        sa.Column("allocated_on", sa.Date(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("opportunity_id", name="selection_one_per_opportunity"),
    )
    op.create_table(
        "application_score",
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("application_id", "member_id", "criterion_id"),
    )
    for name in LISTS:
        op.add_column("application", sa.Column(name, JSONB(), nullable=False, server_default="[]"))
        op.alter_column("application", name, server_default=None)
    op.add_column("application", sa.Column("score_by", sa.Date(), nullable=True))
    op.add_column("application", sa.Column("mean", sa.Numeric(), nullable=True))
    op.add_column("application", sa.Column("rank", sa.Integer(), nullable=True))
    op.add_column("application", sa.Column("place", JSONB(), nullable=True))
    op.add_column("application", sa.Column("offer_until", sa.Date(), nullable=True))
    op.add_column("application", sa.Column("confirmed_on", sa.Date(), nullable=True))
    op.add_column("application", sa.Column("mobility_id", sa.Uuid(), nullable=True))
    op.add_column("application", sa.Column("nomination_problem", sa.Text(), nullable=True))

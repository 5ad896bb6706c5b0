"""Proposals, those who support them, and what is said of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "events_proposals"
down_revision = "events_deputyships"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "proposal",
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("description", JSONB(), nullable=False),
        sa.Column("expected_effect", JSONB(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("unnamed", sa.Boolean(), nullable=False),
        sa.Column("proposer_id", sa.Uuid(), nullable=True),
        sa.Column("unnamed_proposer_id", sa.Uuid(), nullable=True),
        sa.Column("words", ARRAY(sa.Text()), nullable=False),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.Integer(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("clock", JSONB(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("action_points", JSONB(), nullable=False),
        sa.Column("doers", JSONB(), nullable=False),
        sa.Column("implemented_on", sa.Date(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("kept_until", sa.Date(), nullable=True),
        sa.Column("forgotten_on", sa.Date(), nullable=True),
    )
    for column in ("proposer_id", "unnamed_proposer_id", "merged_into"):
        op.create_index(op.f(f"ix_proposal_{column}"), "proposal", [column])
    op.create_index("proposal_words", "proposal", ["words"], postgresql_using="gin")
    op.create_table(
        "proposal_supporter",
        sa.Column("proposal_id", sa.Uuid(), primary_key=True),
        sa.Column("person_id", sa.Uuid(), primary_key=True),
    )
    op.create_index(op.f("ix_proposal_supporter_person_id"), "proposal_supporter", ["person_id"])
    op.create_table(
        "proposal_remark",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
    )
    for column in ("proposal_id", "person_id"):
        op.create_index(op.f(f"ix_proposal_remark_{column}"), "proposal_remark", [column])

"""Kept texts, and answers for everybody."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_answers"
down_revision = "mobility_enquiries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "answer_template",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("text", JSONB(), nullable=False),
    )
    create_aggregate(
        "frequent_answer",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("question", JSONB(), nullable=False),
        sa.Column("answer", JSONB(), nullable=False),
        sa.Column("opportunity_id", sa.Uuid(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_frequent_answer_opportunity_id"), "frequent_answer", ["opportunity_id"], unique=False)

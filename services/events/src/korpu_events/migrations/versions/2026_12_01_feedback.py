"""Those who were at an event are asked how it was; counts and words are kept apart from who has answered."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "events_feedback"
down_revision = "events_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("event", sa.Column("feedback_questions", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("event", "feedback_questions", server_default=None)
    op.add_column("event", sa.Column("feedback_until", sa.Date(), nullable=True))
    op.add_column("event", sa.Column("feedback_answers", sa.Integer(), nullable=True))
    op.create_table(
        "feedback_given",
        sa.Column("registration_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("registration_id"),
    )
    op.create_index(op.f("ix_feedback_given_event_id"), "feedback_given", ["event_id"], unique=False)
    op.create_table(
        "feedback_count",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "question_id", "answer"),
    )
    op.create_table(
        "feedback_words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_feedback_words_event_id"), "feedback_words", ["event_id"], unique=False)

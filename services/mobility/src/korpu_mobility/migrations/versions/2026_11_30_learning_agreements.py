"""What is studied on stays abroad, and who has signed it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_learning_agreements"
down_revision = "mobility_stay_arrangements"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "learning_agreement",
        sa.Column("mobility_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=True),
        sa.Column("receiver_id", sa.Uuid(), nullable=True),
        sa.Column("academic_year", sa.Text(), nullable=False),
        sa.Column("versions", JSONB(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=True),
        sa.Column("contacts", JSONB(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.UniqueConstraint("mobility_id", name="learning_agreement_one_per_stay"),
    )
    op.create_index(op.f("ix_learning_agreement_person_id"), "learning_agreement", ["person_id"], unique=False)

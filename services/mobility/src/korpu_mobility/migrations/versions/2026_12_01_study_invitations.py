"""Papers of admissions: the letter by which somebody from abroad is invited to study."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_study_invitations"
down_revision = "mobility_deputyships"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("mobility_paper", sa.Column("admission_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_mobility_paper_admission_id"), "mobility_paper", ["admission_id"], unique=False)

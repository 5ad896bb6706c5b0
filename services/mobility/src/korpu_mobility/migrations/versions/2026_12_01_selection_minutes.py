"""Papers of selections: the minutes of the committee."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_selection_minutes"
down_revision = "mobility_reopened_scoring"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("mobility_paper", sa.Column("selection_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_mobility_paper_selection_id"), "mobility_paper", ["selection_id"], unique=False)

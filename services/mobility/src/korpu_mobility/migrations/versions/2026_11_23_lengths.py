"""How long all stays of a condition may be together."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_lengths"
down_revision = "mobility_retention"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("seats", sa.Column("months_per_year", sa.Integer(), nullable=True))
    op.add_column("seats", sa.Column("days_per_year", sa.Integer(), nullable=True))

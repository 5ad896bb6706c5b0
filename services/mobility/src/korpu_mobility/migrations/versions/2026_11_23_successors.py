"""Into which other organisation one was merged."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_successors"
down_revision = "mobility_lengths"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("known_organisation", sa.Column("merged_into", sa.Uuid(), nullable=True))

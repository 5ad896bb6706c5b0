"""The head names who acts in the head's place on days of absence."""

import sqlalchemy as sa
from alembic import op

from korpu_chassis.persistence.schema import create_aggregate

revision = "partners_deputyships"
down_revision = "partners_project_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "deputyship",
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("deputy", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
    )
    op.create_index(op.f("ix_deputyship_head"), "deputyship", ["head"], unique=False)

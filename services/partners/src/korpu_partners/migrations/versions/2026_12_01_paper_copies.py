"""A paper that all parties sign says how many copies of it there are."""

import sqlalchemy as sa
from alembic import op

revision = "partners_paper_copies"
down_revision = "partners_deputyships"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper", sa.Column("copies", sa.Integer(), nullable=True))

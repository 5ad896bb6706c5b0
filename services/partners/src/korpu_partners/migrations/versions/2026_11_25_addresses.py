"""Postal addresses of organisations."""

import sqlalchemy as sa
from alembic import op

revision = "partners_addresses"
down_revision = "partners_manuscripts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("organisation", sa.Column("address", sa.Text(), nullable=True))

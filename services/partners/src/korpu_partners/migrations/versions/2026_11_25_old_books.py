"""Books of the past: what an older register tells of them, and whom it names as authors."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_old_books"
down_revision = "partners_publications"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("publication", sa.Column("history", JSONB(), nullable=True))
    op.add_column("publication", sa.Column("author_line", sa.Text(), nullable=True))

"""A year after a visit somebody says what came of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "events_sequels"
down_revision = "events_feedback"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("visit", sa.Column("sequel_asked_on", sa.Date(), nullable=True))
    op.add_column("visit", sa.Column("sequel", JSONB(), nullable=True))

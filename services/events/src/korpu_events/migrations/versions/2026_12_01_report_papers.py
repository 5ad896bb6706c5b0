"""Reports on paper: of which report one was made."""

import sqlalchemy as sa
from alembic import op

revision = "events_report_papers"
down_revision = "events_sequels"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("event_paper", sa.Column("report_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_event_paper_report_id"), "event_paper", ["report_id"], unique=False)

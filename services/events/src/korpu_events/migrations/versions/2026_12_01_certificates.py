"""Certificates of attendance: of which registration a paper was made, and for whom."""

import sqlalchemy as sa
from alembic import op

revision = "events_certificates"
down_revision = "events_proposals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for name in ("event_id", "registration_id", "person_id"):
        op.add_column("event_paper", sa.Column(name, sa.Uuid(), nullable=True))
        op.create_index(op.f(f"ix_event_paper_{name}"), "event_paper", [name], unique=False)

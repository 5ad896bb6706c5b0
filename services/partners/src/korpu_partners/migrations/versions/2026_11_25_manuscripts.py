"""Manuscripts and print files of publications."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_manuscripts"
down_revision = "partners_calendars_proved"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("manuscripts", "print_files"):
        op.add_column("publication", sa.Column(name, JSONB(), nullable=False, server_default="[]"))

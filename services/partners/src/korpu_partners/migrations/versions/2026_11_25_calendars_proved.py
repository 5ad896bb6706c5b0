"""Calendar feeds know what their owner was when they last signed in and looked at them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "partners_calendars_proved"
down_revision = "partners_kept_rows"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; a feed that was made before is silent until its owner looks at it."""
    op.add_column("calendar_feed", sa.Column("roles", ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column("calendar_feed", sa.Column("units", ARRAY(sa.Text()), server_default="{}", nullable=False))
    op.add_column(
        "calendar_feed",
        sa.Column("proved_at", sa.DateTime(timezone=True), server_default=sa.text("'1995-01-01Z'"), nullable=False),
    )
    for column in ("roles", "units", "proved_at"):
        op.alter_column("calendar_feed", column, server_default=None)

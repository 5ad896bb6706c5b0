"""What is said carries the epoch of its database, which a restore to an earlier moment raises."""

from alembic import op

from korpu_chassis.messaging.outbox import epoch

revision = "furniture_3"
down_revision = "furniture_2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; the first migration of an empty one has made them already."""
    op.execute("ALTER TABLE outbox ADD COLUMN IF NOT EXISTS epoch integer NOT NULL DEFAULT 0")
    epoch.create(op.get_bind(), checkfirst=True)

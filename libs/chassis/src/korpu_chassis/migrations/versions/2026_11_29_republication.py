"""What was said is kept and can be said again: wishes for that, and the outbox by what it speaks of."""

from alembic import op

from korpu_chassis.messaging.republication import republication

revision = "furniture_4"
down_revision = "furniture_3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    republication.create(op.get_bind(), checkfirst=True)
    op.execute("CREATE INDEX IF NOT EXISTS outbox_key ON outbox (key, seq)")

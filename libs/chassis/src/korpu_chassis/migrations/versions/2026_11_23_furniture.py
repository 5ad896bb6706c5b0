"""The tables that every service has: what it says, what it heard, what it did and what falls due."""

from alembic import op

from korpu_chassis.database.metadata import metadata
from korpu_chassis.foreign import consumer
from korpu_chassis.persistence import store

revision = "furniture_1"
down_revision = None
branch_labels = ("furniture",)
depends_on = None

_ = consumer, store


def upgrade() -> None:
    """Create them."""
    metadata.create_all(op.get_bind())

"""The tables that every service has: what it says, what it heard, what it did and what falls due."""

from alembic import op

from korpu_chassis import foreign, store
from korpu_chassis.messages import metadata

revision = "furniture_1"
down_revision = None
branch_labels = ("furniture",)
depends_on = None

_ = foreign, store


def upgrade() -> None:
    """Create them."""
    metadata.create_all(op.get_bind())

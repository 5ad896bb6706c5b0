"""What nobody can read is parked too, versions of keys are known, and decisions about parked records are kept."""

import sqlalchemy as sa
from alembic import op

from korpu_chassis.database.metadata import metadata
from korpu_chassis.foreign import consumer
from korpu_chassis.persistence import store

revision = "furniture_2"
down_revision = "furniture_1"
branch_labels = None
depends_on = None

_ = consumer, store

ADDED = {
    "parked": ("reason text NOT NULL DEFAULT 'failed'", "version bigint"),
    "inbox": ("digest bytea",),
}


def upgrade() -> None:
    """Create what is missing; a database that was made by this release has it already."""
    metadata.create_all(op.get_bind())
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {column}"))
    op.execute("ALTER TABLE parked ALTER COLUMN key DROP NOT NULL, ALTER COLUMN body DROP NOT NULL")

"""Documents and history say in which epoch of their owner they were said."""

from alembic import op
from sqlalchemy import text

revision = "gateway_epochs"
down_revision = "gateway_found_at_once"
branch_labels = None
depends_on = None

SHELVES = text("""
    SELECT table_name FROM information_schema.columns c
    WHERE table_schema = 'public' AND column_name = 'doc' ORDER BY 1
""")


def upgrade() -> None:
    """Bring the database forward."""
    for table in [*op.get_bind().execute(SHELVES).scalars().all(), "gap"]:
        op.execute(f'ALTER TABLE "{table}" ADD COLUMN IF NOT EXISTS epoch integer NOT NULL DEFAULT 0')
    op.execute("ALTER TABLE history DROP CONSTRAINT history_pkey, ADD PRIMARY KEY (kind, id, epoch, version)")

"""Aliases, tags and whatever else a document has many of are in their indexes at once."""

from alembic import op
from sqlalchemy import text

revision = "gateway_found_at_once"
down_revision = "gateway_identifiers"
branch_labels = None
depends_on = None

INDEXES = text("""
    SELECT i.relname FROM pg_class i JOIN pg_am a ON a.oid = i.relam
    WHERE a.amname = 'gin' AND i.relkind = 'i' AND i.relnamespace = 'public'::regnamespace ORDER BY 1
""")


def upgrade() -> None:
    for index in op.get_bind().execute(INDEXES).scalars().all():
        op.execute(f'ALTER INDEX "{index}" SET (fastupdate = off)')
        op.execute(f"SELECT gin_clean_pending_list('{index}')")

"""The bookings of visits become the diary of all that takes people, rooms and cars."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "events_one_diary"
down_revision = "events_files"
branch_labels = None
depends_on = None

NAMED = """
UPDATE booking SET code = visit.code, title = COALESCE(
    (SELECT item -> 'title' FROM jsonb_array_elements(visit.programme) AS item
     WHERE (item ->> 'id')::uuid = booking.item_id), visit.title)
FROM visit WHERE visit.id = booking.owner_id
"""


def upgrade() -> None:
    """Bring the database forward."""
    op.alter_column("booking", "visit_id", new_column_name="owner_id")
    op.execute("ALTER INDEX ix_booking_visit_id RENAME TO ix_booking_owner_id")
    op.add_column("booking", sa.Column("owner_kind", sa.Text(), nullable=False, server_default="visit"))
    op.alter_column("booking", "owner_kind", server_default=None)
    op.add_column("booking", sa.Column("code", sa.Text(), nullable=True))
    op.add_column("booking", sa.Column("title", JSONB(), nullable=True))
    op.execute(NAMED)
    op.alter_column("booking", "code", nullable=False)
    op.alter_column("booking", "title", nullable=False)

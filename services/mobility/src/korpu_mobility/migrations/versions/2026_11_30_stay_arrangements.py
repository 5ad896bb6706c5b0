"""What is arranged for a stay, who pays for it, and what it counts for in the ledger."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "mobility_stay_arrangements"
down_revision = "mobility_cancellations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; stays that are over are posted when their days are next corrected."""
    op.add_column("mobility", sa.Column("courses_wanted", ARRAY(sa.Text()), nullable=False, server_default="{}"))
    op.alter_column("mobility", "courses_wanted", server_default=None)
    for name in ("grant", "granted", "postings"):
        op.add_column("mobility", sa.Column(name, JSONB(), nullable=False, server_default="[]"))
        op.alter_column("mobility", name, server_default=None)
    op.add_column("mobility", sa.Column("housing_wanted", sa.Boolean(), nullable=True))
    op.add_column("mobility", sa.Column("insurance", JSONB(), nullable=True))
    op.add_column("mobility", sa.Column("emergency_contact", JSONB(), nullable=True))

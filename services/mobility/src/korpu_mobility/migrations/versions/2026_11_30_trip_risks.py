"""How risky a trip is, why it is made all the same, and who has said yes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_trip_risks"
down_revision = "mobility_trip_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; trips that are there are as any other."""
    op.add_column("trip", sa.Column("risk", sa.Text(), nullable=False, server_default="normal"))
    op.add_column("trip", sa.Column("risks", JSONB(), nullable=False, server_default="[]"))
    op.add_column("trip", sa.Column("justification", sa.Text(), nullable=True))
    op.add_column("trip", sa.Column("approved_by", JSONB(), nullable=False, server_default="[]"))
    for name in ("risk", "risks", "approved_by"):
        op.alter_column("trip", name, server_default=None)

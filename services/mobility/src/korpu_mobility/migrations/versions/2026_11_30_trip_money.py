"""What trips cost, who pays, and what is paid before."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_trip_money"
down_revision = "mobility_trips"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; trips that are there cost nothing yet."""
    op.add_column("trip", sa.Column("funding", JSONB(), nullable=False, server_default="[]"))
    op.add_column("trip", sa.Column("provided", JSONB(), nullable=False, server_default="[]"))
    op.add_column("trip", sa.Column("allowance_wanted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("trip", sa.Column("allowance", JSONB(), nullable=False, server_default="[]"))
    op.add_column("trip", sa.Column("advance", JSONB(), nullable=True))
    op.add_column("trip", sa.Column("advance_paid_on", sa.Date(), nullable=True))
    for name in ("funding", "provided", "allowance_wanted", "allowance"):
        op.alter_column("trip", name, server_default=None)

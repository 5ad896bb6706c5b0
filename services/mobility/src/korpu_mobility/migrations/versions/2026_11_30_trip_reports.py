"""When trips are reported on, accepted and settled."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_trip_reports"
down_revision = "mobility_trip_money"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; trips that are there have no report yet."""
    op.add_column("trip", sa.Column("report_due", sa.Date(), nullable=True))
    op.add_column("trip", sa.Column("overdue", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("trip", sa.Column("report", sa.Text(), nullable=True))
    op.add_column("trip", sa.Column("reported_by", sa.Text(), nullable=True))
    op.add_column("trip", sa.Column("reported_on", sa.Date(), nullable=True))
    op.add_column("trip", sa.Column("spent", JSONB(), nullable=False, server_default="[]"))
    op.add_column("trip", sa.Column("accepted_on", sa.Date(), nullable=True))
    op.add_column("trip", sa.Column("settled_on", sa.Date(), nullable=True))
    op.add_column("trip", sa.Column("waived", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in ("overdue", "spent", "waived"):
        op.alter_column("trip", name, server_default=None)

"""Reports on trips: when they are due, and whether they are late."""

from korpu_gateway.readmodel.columns import ordered, yes_no
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_trip_reports"
down_revision = "gateway_trips"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("trip", ordered("report_due", empty="9999-12-31"))
    add_column("trip", yes_no("overdue"))

"""How risky trips are."""

from korpu_gateway.readmodel.columns import word
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_trip_risks"
down_revision = "gateway_trip_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("trip", word("risk"))

"""Minutes of selections, found by what they are of."""

from korpu_gateway.readmodel.columns import reference
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_selection_minutes"
down_revision = "gateway_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("mobility_paper", reference("selection_id"))

"""Papers of reports know of which report they were made."""

from korpu_gateway.readmodel.columns import reference
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_report_papers"
down_revision = "gateway_counted_columns"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("event_paper", reference("report_id"))

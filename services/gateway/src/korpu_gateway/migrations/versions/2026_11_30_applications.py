"""Applications."""

from korpu_gateway.readmodel.columns import ordered, reference
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_applications"
down_revision = "gateway_opportunities"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "application",
        ordered("repair_until", empty="9999-12-31"),
        ordered("submitted_at", empty="9999-12-31"),
        reference("person_id"),
        reference("opportunity_id"),
    )

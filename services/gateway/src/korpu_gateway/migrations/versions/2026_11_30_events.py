"""Conferences, seminars and information days."""

from korpu_gateway.readmodel.columns import ordered, references, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_events"
down_revision = "gateway_learning_results"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "event",
        word("kind"),
        word("visibility"),
        ordered("starts"),
        ordered("starts_on"),
        yes_no("overdue"),
        references("organisation_ids", "$.organisations[*]"),
    )

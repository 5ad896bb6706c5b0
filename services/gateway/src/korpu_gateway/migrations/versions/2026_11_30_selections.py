"""Selections, who scores which application, and until when a place is offered."""

from korpu_gateway.readmodel.columns import ordered, reference, references
from korpu_gateway.readmodel.ddl import add_column, create_shelf

revision = "gateway_selections"
down_revision = "gateway_advice_slots"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("application", references("scorer_ids", "$.scorer_ids[*]"))
    add_column("application", ordered("offer_until", empty="9999-12-31"))
    add_column("application", reference("mobility_id"))
    create_shelf(
        "selection",
        ordered("score_by"),
        reference("opportunity_id"),
    )

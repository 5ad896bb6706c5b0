"""Appointments for advice."""

from korpu_gateway.readmodel.columns import ordered, reference, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_advice_slots"
down_revision = "gateway_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "advice_slot",
        word("topic"),
        word("advisor"),
        word("free"),
        ordered("starts_at"),
        ordered("day"),
        reference("person_id"),
    )

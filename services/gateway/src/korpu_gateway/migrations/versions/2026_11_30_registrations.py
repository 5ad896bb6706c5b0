"""Registrations for events."""

from korpu_gateway.readmodel.columns import ordered, reference, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_registrations"
down_revision = "gateway_applications"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "registration",
        reference("event_id"),
        reference("person_id"),
        word("country"),
        yes_no("guest"),
        ordered("line", empty="~"),
        ordered("registered_at"),
    )

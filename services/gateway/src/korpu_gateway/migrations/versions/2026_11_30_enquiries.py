"""Enquiries."""

from korpu_gateway.readmodel.columns import ordered, reference, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_enquiries"
down_revision = "gateway_registrations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "enquiry",
        word("topic"),
        word("channel"),
        word("language"),
        word("cause"),
        word("assignee"),
        ordered("asked_on"),
        ordered("due"),
        yes_no("overdue"),
        yes_no("in_time"),
        reference("person_id"),
        reference("opportunity_id"),
        reference("organisation_id"),
    )

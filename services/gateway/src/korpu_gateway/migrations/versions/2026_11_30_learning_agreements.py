"""Learning agreements."""

from korpu_gateway.readmodel.columns import ordered, reference, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_learning_agreements"
down_revision = "gateway_tasks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "learning_agreement",
        word("direction"),
        word("waits_for"),
        ordered("academic_year"),
        reference("mobility_id"),
        reference("person_id"),
        reference("sender_id"),
        reference("receiver_id"),
    )

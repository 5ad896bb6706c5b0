"""Kept texts, and answers for everybody."""

from korpu_gateway.readmodel.columns import reference, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_answers"
down_revision = "gateway_enquiries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf("answer_template", word("topic"))
    create_shelf("frequent_answer", word("topic"), word("published_on"), reference("opportunity_id"))

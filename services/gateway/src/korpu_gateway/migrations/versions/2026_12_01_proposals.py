"""Proposals."""

from korpu_gateway.readmodel.columns import number, ordered, ranked, reference, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_proposals"
down_revision = "gateway_study_invitations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "proposal",
        word("theme"),
        word("responsible"),
        ordered("submitted_on"),
        ordered("due"),
        yes_no("overdue"),
        number("supporters"),
        ranked("support", "supporters"),
        reference("proposer_id"),
        reference("merged_into"),
    )

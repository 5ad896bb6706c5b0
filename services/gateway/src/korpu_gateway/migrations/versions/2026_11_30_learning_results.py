"""Learning agreements: until when hosts decide and send transcripts, and whether they are late."""

from korpu_gateway.readmodel.columns import ordered, yes_no
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_learning_results"
down_revision = "gateway_learning_agreements"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("learning_agreement", ordered("decision_due", empty="9999-12-31"))
    add_column("learning_agreement", ordered("transcript_due", empty="9999-12-31"))
    add_column("learning_agreement", yes_no("overdue"))

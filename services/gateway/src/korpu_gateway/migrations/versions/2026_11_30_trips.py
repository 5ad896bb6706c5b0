"""Official trips abroad."""

from korpu_gateway.readmodel.columns import ordered, reference, references, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_trips"
down_revision = "gateway_epochs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "trip",
        word("purpose_kind"),
        word("level"),
        ordered("starts"),
        ordered("ends"),
        word("countries"),
        reference("person_id"),
        references("companion_ids", "$.companion_ids[*]"),
        reference("organisation_id"),
        reference("agreement_id"),
        reference("visit_id"),
        reference("project_id"),
        reference("letter_id"),
    )

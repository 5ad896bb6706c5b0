"""Papers of stays, trips and visits."""

from korpu_gateway.readmodel.columns import ordered, reference, references, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_papers_of_owners"
down_revision = "gateway_admissions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "mobility_paper",
        word("template"),
        ordered("made_on"),
        ordered("academic_year"),
        reference("mobility_id"),
        reference("learning_agreement_id"),
        reference("trip_id"),
        reference("person_id"),
        word("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    )
    create_shelf(
        "event_paper",
        word("template"),
        ordered("made_on"),
        reference("visit_id"),
        word("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    )

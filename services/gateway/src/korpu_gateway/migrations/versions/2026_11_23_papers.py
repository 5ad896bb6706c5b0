"""Papers, found by what they are of and by the digest of their code."""

from korpu_gateway.readmodel.columns import ordered, reference, references, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_papers"
down_revision = "gateway_register_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_shelf(
        "paper",
        word("template"),
        ordered("made_on"),
        reference("agreement_id"),
        reference("letter_id"),
        word("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    )

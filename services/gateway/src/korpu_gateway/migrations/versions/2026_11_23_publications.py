"""Publications."""

from korpu_gateway.readmodel.columns import number, ordered, reference, references, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_publications"
down_revision = "gateway_gaps"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_shelf(
        "publication",
        word("kind"),
        word("languages"),
        number("year"),
        ordered("published_on"),
        yes_no("outdated"),
        yes_no("overdue"),
        reference("agreement_id"),
        reference("project_id"),
        references("author_ids", "$.author_ids[*]"),
        references("organisation_ids", "$.distributions[*].organisation_id"),
    )

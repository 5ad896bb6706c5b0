"""Letters, and the letters that visits came out of."""

from korpu_gateway.readmodel.columns import number, ordered, reference, references, word, yes_no
from korpu_gateway.readmodel.ddl import add_column, create_shelf

revision = "gateway_letters"
down_revision = "gateway_documents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_shelf(
        "letter",
        word("direction"),
        number("year"),
        ordered("registered_on"),
        ordered("due", empty="9999-12-31"),
        word("nature"),
        word("priority"),
        yes_no("overdue"),
        word("assignee"),
        word("read_by_unit"),
        references("organisation_ids", "$.correspondents[*].organisation_id ? (@ != null)"),
        references("linked_ids", "$.links[*].id"),
        references("answer_ids", "$.answer_ids[*]"),
    )
    add_column("visit", reference("letter_id"))

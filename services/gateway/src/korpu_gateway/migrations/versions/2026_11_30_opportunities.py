"""Opportunities."""

from korpu_gateway.readmodel.columns import ordered, reference, word, words, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_opportunities"
down_revision = "gateway_papers_of_owners"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "opportunity",
        word("kind"),
        words("audience"),
        words("eqf"),
        words("isced"),
        word("countries"),
        word("funding"),
        word("covers"),
        word("academic_year"),
        word("verification"),
        word("published_on"),
        ordered("last_day", empty="9999-12-31"),
        yes_no("front_page"),
        yes_no("nomination_needed"),
        reference("organisation_id"),
        reference("agreement_id"),
        reference("letter_id"),
        reference("predecessor_id"),
    )

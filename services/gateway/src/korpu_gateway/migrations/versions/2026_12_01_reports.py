"""Templates of reports, reports, and the parts of units."""

from korpu_gateway.readmodel.columns import ordered, reference, word, words, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_reports"
down_revision = "gateway_certificates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf("report_template")
    create_shelf(
        "report",
        ordered("starts"),
        ordered("ends"),
        ordered("due"),
        word("published_on"),
        words("units"),
        reference("template_id"),
    )
    create_shelf(
        "unit_report",
        ordered("ends"),
        ordered("due"),
        yes_no("overdue"),
        yes_no("unchanged"),
        reference("report_id"),
    )

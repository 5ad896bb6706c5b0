"""Joint projects."""

from korpu_gateway.readmodel.columns import ordered, reference, references, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_projects"
down_revision = "gateway_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_shelf(
        "joint_project",
        ordered("starts"),
        ordered("ends", empty="9999-12-31"),
        yes_no("overdue"),
        word("responsible"),
        reference("principal_investigator_id"),
        reference("agreement_id"),
        reference("origin_id", "origin,id"),
        references("partner_ids", "$.partners[*].organisation_id ? (@ != null)"),
    )

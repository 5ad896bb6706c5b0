"""Joint projects by who is on their team."""

from korpu_gateway.readmodel.columns import references
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_teams"
down_revision = "gateway_publications"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_column("joint_project", references("team_ids", "$.team_ids[*]"))

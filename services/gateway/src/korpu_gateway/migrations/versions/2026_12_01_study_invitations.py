"""Papers of admissions, found by what they are of."""

from korpu_gateway.readmodel.columns import reference
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_study_invitations"
down_revision = "gateway_deputyships"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    add_column("mobility_paper", reference("admission_id"))

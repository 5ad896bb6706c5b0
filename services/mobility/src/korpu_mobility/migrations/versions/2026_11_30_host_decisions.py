"""Until when a host decides about a nominee."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_host_decisions"
down_revision = "mobility_guest_links"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; of those who are nominated already nobody is late."""
    op.add_column("mobility", sa.Column("decision_due", sa.Date(), nullable=True))

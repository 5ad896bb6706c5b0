"""Who called a stay off and how it stood before, so that it can be taken up again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_cancellations"
down_revision = "mobility_agreement_ends"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; what was cancelled before stays so."""
    op.add_column("mobility", sa.Column("cancellation", JSONB(), nullable=True))

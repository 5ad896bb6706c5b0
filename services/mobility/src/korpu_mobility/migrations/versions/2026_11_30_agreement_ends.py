"""Until when the agreements behind seats bind."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_agreement_ends"
down_revision = "mobility_trip_risks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; an end that is not known here yet comes with the next message of its agreement."""
    op.add_column("seats", sa.Column("agreement_ends", sa.Date(), nullable=True))
    op.add_column("seats", sa.Column("agreement_terminates_on", sa.Date(), nullable=True))
    op.add_column("seats", sa.Column("agreement_goes_on", sa.Boolean(), nullable=False, server_default="false"))
    op.alter_column("seats", "agreement_goes_on", server_default=None)

"""The order of the last word that was heard has room for epochs."""

import sqlalchemy as sa
from alembic import op

revision = "events_epochs"
down_revision = "events_visits"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for table, column in (
        ("heard_agreement", "version"),
        ("heard_organisation", "version"),
    ):
        op.alter_column(table, column, type_=sa.BigInteger())

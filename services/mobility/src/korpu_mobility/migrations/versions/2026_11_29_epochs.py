"""The order of the last word that was heard has room for epochs."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_epochs"
down_revision = "mobility_successors"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for table, column in (
        ("known_agreement", "version"),
        ("known_organisation", "version"),
    ):
        op.alter_column(table, column, type_=sa.BigInteger())

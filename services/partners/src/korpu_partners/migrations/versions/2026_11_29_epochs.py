"""The order of the last word that was heard has room for epochs."""

import sqlalchemy as sa
from alembic import op

revision = "partners_epochs"
down_revision = "partners_found_at_once"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for table, column in (
        ("depending", "version"),
        ("activity", "version"),
        ("paper", "subject_version"),
    ):
        op.alter_column(table, column, type_=sa.BigInteger())

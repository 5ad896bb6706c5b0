"""Consents of contact persons."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_consents"
down_revision = "partners_projects"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("consents", JSONB(), nullable=False, server_default="[]"))

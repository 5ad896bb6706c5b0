"""Organisations: where they stand under one another, merges that can be undone."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_organisations_whole"
down_revision = "partners_calendars"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("merger", JSONB(), nullable=True))
    op.create_index("ix_organisation_parent_id", "organisation", ["parent_id"])

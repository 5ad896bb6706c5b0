"""What happened with organisations, and who is dormant."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_activity"
down_revision = "partners_organisations_whole"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("organisation_ids", sa.ARRAY(sa.Uuid()), nullable=False),
    )
    op.create_index("activity_organisation_ids", "activity", ["organisation_ids"], postgresql_using="gin")
    op.add_column("organisation", sa.Column("active_on", sa.Date(), nullable=True))
    op.add_column("organisation", sa.Column("dormant", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("organisation", sa.Column("dormant_by", JSONB(), nullable=True))

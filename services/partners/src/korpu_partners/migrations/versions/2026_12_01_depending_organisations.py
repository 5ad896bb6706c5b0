"""What goes on with an organisation is found by it, for the impact preview before it is suspended."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "partners_depending_organisations"
down_revision = "partners_paper_copies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was heard of before is known by what happened with whom."""
    op.add_column("depending", sa.Column("organisation_ids", ARRAY(sa.Uuid()), nullable=False, server_default="{}"))
    op.execute(
        "UPDATE depending SET organisation_ids = activity.organisation_ids FROM activity"
        " WHERE activity.kind = depending.kind AND activity.id = depending.id"
    )
    op.alter_column("depending", "organisation_ids", server_default=None)
    op.create_index(
        "depending_organisation_ids",
        "depending",
        ["organisation_ids"],
        unique=False,
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )

"""Papers of visits, and what the organisations on them are called."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "events_papers"
down_revision = "events_trips_in_the_diary"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; a name that is not known here yet comes with the next message of its organisation."""
    op.add_column("heard_organisation", sa.Column("names", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("heard_organisation", "names", server_default=None)
    create_aggregate(
        "event_paper",
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("template_version", sa.Integer(), nullable=False),
        sa.Column("languages", ARRAY(sa.Text()), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("about", JSONB(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("subject_version", sa.BigInteger(), nullable=False),
        sa.Column("named", JSONB(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("file", JSONB(), nullable=False),
        sa.Column("code_digest", sa.Text(), nullable=False),
        sa.Column("verification_code", sa.Text(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("person_ids", JSONB(), nullable=False),
        sa.Column("forgotten_on", sa.Date(), nullable=True),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.UniqueConstraint("code_digest"),
    )
    op.create_index(op.f("ix_event_paper_visit_id"), "event_paper", ["visit_id"], unique=False)

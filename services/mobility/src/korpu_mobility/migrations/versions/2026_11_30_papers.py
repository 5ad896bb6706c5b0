"""Papers of stays, learning agreements and trips, and what the organisations on them are called."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_papers"
down_revision = "mobility_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; a name that is not known here yet comes with the next message of its organisation."""
    op.add_column("known_organisation", sa.Column("names", JSONB(), nullable=False, server_default="[]"))
    op.alter_column("known_organisation", "names", server_default=None)
    create_aggregate(
        "mobility_paper",
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
        sa.Column("mobility_id", sa.Uuid(), nullable=True),
        sa.Column("learning_agreement_id", sa.Uuid(), nullable=True),
        sa.Column("trip_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("academic_year", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.Text(), nullable=True),
        sa.UniqueConstraint("code_digest"),
    )
    for column in ("mobility_id", "trip_id", "person_id"):
        op.create_index(op.f(f"ix_mobility_paper_{column}"), "mobility_paper", [column], unique=False)

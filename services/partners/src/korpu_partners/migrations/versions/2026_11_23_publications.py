"""Publications: scientific-methodical literature, its editions and reviews."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "partners_publications"
down_revision = "partners_consents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "publication",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("annotation", JSONB(), nullable=True),
        sa.Column("discipline", sa.Text(), nullable=False),
        sa.Column("countries", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("audience", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("eqf", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("author_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("programme", sa.Text(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("funding", sa.Text(), nullable=True),
        sa.Column("open_access", sa.Boolean(), nullable=False),
        sa.Column("source_language", sa.Text(), nullable=False),
        sa.Column("source_revision", sa.Integer(), nullable=False),
        sa.Column("kept_editions", JSONB(), nullable=False),
        sa.Column("reviews", JSONB(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("council", JSONB(), nullable=True),
        sa.Column("council_number", sa.Text(), nullable=True),
        sa.Column("isbns", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("returned_from", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("distributed_on", sa.Date(), nullable=True),
        sa.Column("distributions", JSONB(), nullable=False),
    )
    op.create_index("ix_publication_council_number", "publication", ["council_number"])
    op.create_index("publication_author_ids", "publication", ["author_ids"], postgresql_using="gin")
    op.create_index("publication_isbns", "publication", ["isbns"], postgresql_using="gin")

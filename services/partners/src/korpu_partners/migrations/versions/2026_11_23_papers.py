"""Papers: what the office has made; the files lie with the files."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "partners_papers"
down_revision = "partners_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "paper",
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("template_version", sa.Integer(), nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("about", JSONB(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.Column("subject_version", sa.Integer(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("named", JSONB(), nullable=False),
        sa.Column("terms_version", sa.Integer(), nullable=True),
        sa.Column("terms_hash", sa.Text(), nullable=True),
        sa.Column("amendment", sa.Integer(), nullable=True),
        sa.Column("effective", sa.Date(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("file", JSONB(), nullable=False),
        sa.Column("code_digest", sa.Text(), nullable=False),
        sa.Column("verification_code", sa.Text(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.UniqueConstraint("code_digest"),
    )
    op.create_index("ix_paper_agreement_id", "paper", ["agreement_id"])
    op.create_index("ix_paper_letter_id", "paper", ["letter_id"])

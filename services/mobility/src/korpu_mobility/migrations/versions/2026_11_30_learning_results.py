"""When hosts decide and send transcripts, what was achieved and recognised, and the files of both."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "mobility_learning_results"
down_revision = "mobility_host_decisions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; agreements that are there wait for nothing yet."""
    op.add_column("learning_agreement", sa.Column("decision_due", sa.Date(), nullable=True))
    op.add_column("learning_agreement", sa.Column("transcript_due", sa.Date(), nullable=True))
    op.add_column("learning_agreement", sa.Column("overdue", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column("learning_agreement", "overdue", server_default=None)
    op.add_column("learning_agreement", sa.Column("transcript", JSONB(), nullable=True))
    op.add_column("learning_agreement", sa.Column("recognition", JSONB(), nullable=True))
    op.create_table(
        "uploaded_file",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("sha256", "uploaded_by", name="uploaded_file_once"),
    )
    op.create_index("uploaded_file_at", "uploaded_file", ["at"])
    op.create_table(
        "attached_file",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("aggregate_id", sa.Uuid(), primary_key=True),
    )

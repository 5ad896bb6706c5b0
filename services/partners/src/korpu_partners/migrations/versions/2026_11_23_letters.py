"""Letters: the register of correspondence."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "partners_letters"
down_revision = "partners_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "letter",
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("travelled_on", sa.Date(), nullable=False),
        sa.Column("their_number", sa.Text(), nullable=True),
        sa.Column("their_date", sa.Date(), nullable=True),
        sa.Column("their_key", sa.Text(), nullable=True),
        sa.Column("correspondents", JSONB(), nullable=False),
        sa.Column("organisation_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("our_office", sa.Text(), nullable=True),
        sa.Column("about", JSONB(), nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("wants_answer", sa.Boolean(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("due_known_on", sa.Date(), nullable=True),
        sa.Column("answering_time", JSONB(), nullable=True),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("assignee", sa.Text(), nullable=True),
        sa.Column("backup", sa.Text(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("answer_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("no_answer", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("links", JSONB(), nullable=False),
        sa.Column("files", JSONB(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
    )
    op.create_index("ix_letter_assignee", "letter", ["assignee"])
    op.create_index("ix_letter_their_key", "letter", ["their_key"])
    op.create_index("letter_answer_ids", "letter", ["answer_ids"], postgresql_using="gin")
    op.create_index("letter_number_once", "letter", ["direction", "year", "number"], unique=True)
    op.create_index("letter_organisation_ids", "letter", ["organisation_ids"], postgresql_using="gin")

"""Answers of departments have a reader of their own, which goes on where the other one stood."""

import sqlalchemy as sa
from alembic import op

revision = "events_answers"
down_revision = "events_epochs"
branch_labels = None
depends_on = "furniture_2"


def upgrade() -> None:
    """Bring the database forward."""
    op.create_table(
        "heard_answer",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    for table in ("consumer_offset", "parked"):
        books = sa.table(table, sa.column("group"), sa.column("topic"))
        answers = (books.c.group == "events") & (books.c.topic == "departments.answers.v1")
        op.execute(books.update().where(answers).values(group="events.departments"))

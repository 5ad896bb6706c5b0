"""Rooms and cars are compared without blanks, dots and dashes: 10-AA-123 and 10 AA 123 are one car."""

from alembic import op

revision = "events_spelled_alike"
down_revision = "events_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE booking SET taken = split_part(taken, ':', 1) || ':'"
        " || regexp_replace(substr(taken, position(':' in taken) + 1), '[ ./-]', '', 'g')"
        " WHERE taken ~ '^(room|car):'"
    )

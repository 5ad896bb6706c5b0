"""Until when a person is known."""

import sqlalchemy as sa
from alembic import op

revision = "mobility_retention"
down_revision = "mobility_people_and_mobilities"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("person", sa.Column("known_until", sa.Date(), nullable=True))

"""By which release the deadlines of each kind of aggregate were derived, and how far."""

from alembic import op

from korpu_chassis.persistence.store import deadline_derivation

revision = "furniture_7"
down_revision = "furniture_6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; one that was made by this release has the table already."""
    deadline_derivation.create(op.get_bind(), checkfirst=True)

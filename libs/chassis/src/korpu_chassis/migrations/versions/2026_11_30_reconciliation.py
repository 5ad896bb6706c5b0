"""A reader compares itself with the owners: inventories that wait, what differs, and when it was compared last."""

from alembic import op

from korpu_chassis.persistence.reconciliation_tables import inventory_page, reconciliation, reconciliation_difference

revision = "furniture_6"
down_revision = "furniture_5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; one that was made by this release has the tables already."""
    for table in (inventory_page, reconciliation_difference, reconciliation):
        table.create(op.get_bind(), checkfirst=True)

"""The audit says in whose place somebody acted."""

from alembic import op

from korpu_chassis.persistence.audit_chain import chain_with_whose_place

revision = "furniture_8"
down_revision = "furniture_7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; rows that are there hash as they did."""
    for statement in chain_with_whose_place():
        op.execute(statement)

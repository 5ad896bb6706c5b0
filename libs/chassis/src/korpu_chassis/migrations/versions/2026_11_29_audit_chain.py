"""Audit and access log are chained by hash, sealed, and can only be added to."""

from alembic import op

from korpu_chassis.persistence.audit_chain import audit_seal, chain_what_is_there

revision = "furniture_5"
down_revision = "furniture_4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Chain what is there as it stands; the first migration of an empty database has done the rest already."""
    for statement in chain_what_is_there():
        op.execute(statement)
    audit_seal.create(op.get_bind(), checkfirst=True)

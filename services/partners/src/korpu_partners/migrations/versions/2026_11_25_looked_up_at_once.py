"""Names and domains of organisations are in their indexes at once, so that each of hundreds is found through them."""

from alembic import op

revision = "partners_looked_up_at_once"
down_revision = "partners_addresses"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for index in ("organisation_domains", "organisation_name_keys"):
        op.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
        op.execute(f"SELECT gin_clean_pending_list('{index}')")

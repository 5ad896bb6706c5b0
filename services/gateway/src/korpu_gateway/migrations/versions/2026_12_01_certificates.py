"""Certificates of attendance: of which event and registration, and for whom."""

from korpu_gateway.readmodel.columns import reference
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_certificates"
down_revision = "gateway_proposals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    for name in ("event_id", "registration_id", "person_id"):
        add_column("event_paper", reference(name))

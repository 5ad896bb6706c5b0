"""Rooms and cars of the office."""

from korpu_gateway.readmodel.columns import number, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_resources"
down_revision = "gateway_trip_risks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf("resource", word("kind"), number("capacity"))

"""Visits are found by whether anything came of them."""

from korpu_gateway.readmodel.columns import yes_no
from korpu_gateway.readmodel.ddl import add_column, cover, seek

revision = "gateway_sequels"
down_revision = "gateway_gap_orders"
branch_labels = None
depends_on = None

SOUGHT = (
    ("visit", "led_to_something"),
)  # fmt: skip
NARROW = (
    ("visit", "unit", "direction", "starts", "overdue", "led_to_something"),
)  # fmt: skip


def upgrade() -> None:
    """Bring the database forward."""
    add_column("visit", yes_no("led_to_something"))
    for kind, *columns in SOUGHT:
        seek(kind, *columns)
    for kind, *columns in NARROW:
        cover(kind, *columns)

"""What agreements and stays are counted and filtered by: days of signature and of force, level, field, funding."""

from korpu_gateway.readmodel.columns import number, word
from korpu_gateway.readmodel.ddl import add_column, cover, seek

revision = "gateway_counted_columns"
down_revision = "gateway_sequels"
branch_labels = None
depends_on = None

SOUGHT = (
    ("agreement", "signed_on"),
    ("mobility", "level", "field", "funding", "actual_from"),
)
NARROW = (
    ("agreement", "unit", "kind", "starts", "ends", "ball_with", "signed_on"),
    (
        "mobility",
        "unit",
        "direction",
        "audience",
        "academic_year",
        "risk",
        "planned_from",
        "level",
        "field",
        "funding",
        "actual_from",
    ),
    ("publication", "unit", "kind", "year", "published_on", "outdated", "overdue"),
)


def upgrade() -> None:
    """Bring the database forward."""
    for column in (word("signed_on"), word("in_force_on")):
        add_column("agreement", column)
    for column in (number("level"), word("field"), word("funding"), word("actual_from")):
        add_column("mobility", column)
    for kind, *columns in SOUGHT:
        seek(kind, *columns)
    for kind, *columns in NARROW:
        cover(kind, *columns)

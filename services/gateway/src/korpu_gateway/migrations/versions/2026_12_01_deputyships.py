"""Who acts in the head's place."""

from korpu_gateway.readmodel.columns import ordered, word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_deputyships"
down_revision = "gateway_selections"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf("deputyship", word("head"), word("deputy"), ordered("first_day"), ordered("last_day"))

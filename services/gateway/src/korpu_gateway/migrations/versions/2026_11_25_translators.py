"""Publications are found by who translates them."""

from korpu_gateway.readmodel.columns import references
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_translators"
down_revision = "gateway_teams"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; documents that were heard before name nobody until they are heard again."""
    add_column("publication", references("translator_ids", "$.translator_ids[*]"))

"""Imports of old registers."""

from korpu_gateway.readmodel.columns import word
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_register_imports"
down_revision = "gateway_dormant"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_shelf("register_import", word("kind"))

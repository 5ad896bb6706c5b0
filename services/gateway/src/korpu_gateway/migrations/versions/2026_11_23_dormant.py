"""Organisations by when something last happened with them, and whether they are dormant."""

from korpu_gateway.readmodel.columns import ordered, yes_no
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_dormant"
down_revision = "gateway_organisation_tree"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_column("organisation", yes_no("dormant"))
    add_column("organisation", ordered("active_on"))

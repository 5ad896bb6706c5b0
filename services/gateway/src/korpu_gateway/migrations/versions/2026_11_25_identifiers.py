"""Organisations by their identifiers and their risk."""

from korpu_gateway.readmodel.columns import word, yes_no
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_identifiers"
down_revision = "gateway_translators"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (word("pic"), word("erasmus_code"), word("voen"), word("risk", "risk,rating")):
        add_column("organisation", column)
    add_column("organisation", yes_no("risk_expired"))

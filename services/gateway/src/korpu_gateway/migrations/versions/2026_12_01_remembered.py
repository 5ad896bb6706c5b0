"""The history keeps status, unit and order beside its documents, so that the past is counted by an index."""

from alembic import op

from korpu_gateway.readmodel.columns import ordered, word

revision = "gateway_remembered"
down_revision = "gateway_sought"
branch_labels = None
depends_on = None

COLUMNS = (word("status"), word("unit"), ordered("sort", "_,sort"))


def upgrade() -> None:
    """Bring the database forward; the history is written anew once, with its documents compressed."""
    stored = (f"ADD COLUMN {each.name} {each.type} GENERATED ALWAYS AS ({each.expression}) STORED" for each in COLUMNS)
    op.execute("ALTER TABLE history RESET (toast_tuple_target)")
    op.execute(f"ALTER TABLE history {', '.join(stored)}")
    op.execute("DROP INDEX history_as_of")
    op.execute("CREATE INDEX history_as_of ON history (kind, status, valid_from) INCLUDE (valid_to, unit)")
    op.execute("CREATE INDEX history_sort ON history (kind, sort, id, valid_from)")

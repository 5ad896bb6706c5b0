"""Where documents of a kind are kept: a table made of what the kind declares, for migrations."""

from alembic import op

from korpu_gateway.readmodel.columns import EVERYWHERE, Column


def create_shelf(kind: str, *columns: Column) -> None:
    """Create the table of a kind, in a migration: the columns that every kind has, and these of its own.

    A document of up to 8,160 bytes stays beside its columns, uncompressed: each field read would unpack it anew.
    """
    shelf = EVERYWHERE + columns
    stored = "".join(f", {each.name} {each.type} GENERATED ALWAYS AS ({each.expression}) STORED" for each in shelf)
    op.execute(
        f"CREATE TABLE {kind} (id uuid PRIMARY KEY, version integer NOT NULL, epoch integer NOT NULL DEFAULT 0,"
        f" doc jsonb NOT NULL, valid_from timestamptz NOT NULL{stored}) WITH (toast_tuple_target = 8160)"
    )
    for each in shelf:
        index_column(kind, each)


def add_column(kind: str, column: Column) -> None:
    """Add a column to the table of a kind, in a migration; it is filled from the documents that are there."""
    stored = f"{column.name} {column.type} GENERATED ALWAYS AS ({column.expression}) STORED"
    op.execute(f"ALTER TABLE {kind} ADD COLUMN {stored}")
    index_column(kind, column)


def seek(kind: str, *columns: str) -> None:
    """Let indexes find documents by these columns, which a filter, a row permission or a look-up asks.

    Equal words share a place in it, so an index of a status takes a byte or two a document.
    """
    for each in columns:
        op.execute(f"CREATE INDEX {kind}_{each} ON {kind} ({each})")


def cover(kind: str, *columns: str) -> None:
    """Let one index hold the short values that conditions ask, so that what they keep is counted without a document.

    A document takes a page or so, and its line in this index some hundred bytes.
    """
    held = f" INCLUDE ({', '.join(columns)})" if columns else ""
    op.execute(f"DROP INDEX IF EXISTS {kind}_narrow")
    op.execute(f"CREATE INDEX {kind}_narrow ON {kind} (status){held}")


def find_words(kind: str) -> None:
    """Let an index find documents by what is searched for in them: by three letters that stand together."""
    op.execute(f"CREATE INDEX {kind}_words ON {kind} USING gin (trigrams(search)) WITH (fastupdate = off)")


def index_column(kind: str, column: Column) -> None:
    """Let an index find documents by a column that is declared so.

    One into a list is up to date at once: else each look-up would read all that came since the last vacuum.
    """
    if column.many:
        op.execute(f"CREATE INDEX {kind}_{column.name} ON {kind} USING gin ({column.name}) WITH (fastupdate = off)")
    elif column.indexed:
        op.execute(f"CREATE INDEX {kind}_{column.name} ON {kind} ({column.name}, id)")

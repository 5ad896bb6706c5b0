"""What the role that serves may do with each table: declared beside the table, given by `migrate` as its last step."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import MetaData

GRANTS: Final = "grants"
"""Where a table declares what the role that serves may do with it: `Table(…, info={GRANTS: APPEND})`."""
APPEND: Final = "SELECT, INSERT"
KEEP: Final = "SELECT, INSERT, UPDATE"
CHANGE: Final = "SELECT, INSERT, UPDATE, DELETE"


def declared(*metadata: MetaData) -> dict[str, str]:
    """The rights that tables declare, by the table's name; all others get `CHANGE`."""
    tables = [table for each in metadata for table in each.tables.values()]
    return {table.name: table.info[GRANTS] for table in tables if GRANTS in table.info}


def statements(role: str, database: str, tables: Iterable[str], rights: Mapping[str, str]) -> Iterator[str]:
    """The SQL that gives a role exactly these rights; role and database are quoted identifiers, tables are names.

    The role changes no table, empties none at once, and switches no trigger off.
    """
    yield f"GRANT CONNECT ON DATABASE {database} TO {role}"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    for table in tables:
        yield f'GRANT {rights.get(table, CHANGE)} ON "{table}" TO {role}'
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}"

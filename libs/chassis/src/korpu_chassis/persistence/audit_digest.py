"""What a row of audit and access log hashes to; what erasing a person takes out of it is not in its hash."""

from typing import Final

_CONTENT: Final = {
    "audit": "id, aggregate, aggregate_id, version, extract(epoch FROM at), subject, command, fact, changes,"
    " correlation_id",
    "read_log": "id, extract(epoch FROM at), subject, about, fields, previous",
}
_ADDED: Final = {"audit": ("in_place_of",)}
"""Columns that came later: a row in which one is empty hashes as it did before there was such a column."""


def digest(table: str, row: str, before: str) -> str:
    """The SQL of a row's hash: over the hash before it, and its own content as JSON."""
    columns = _CONTENT[table].split(", ")
    content = ", ".join(each.replace("FROM ", f"FROM {row}.") if "(" in each else f"{row}.{each}" for each in columns)
    added = "".join(
        f" || CASE WHEN {row}.{each} IS NULL THEN '[]' ELSE jsonb_build_object('{each}', {row}.{each}) END"
        for each in _ADDED.get(table, ())
    )
    return f"sha256(coalesce({before}, ''::bytea) || convert_to((jsonb_build_array({content}){added})::text, 'UTF8'))"

"""Drafts the migration that the gateway's read model needs, from what the types of its kinds declare.

A new kind gets its shelf, and any kind the indexes of what its filter and its row permissions ask now.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from korpu_gateway.readmodel import columns
from korpu_gateway.readmodel.columns import Column
from korpu_gateway.reads.kinds import Kind

PLAIN = ("word", "key", "ordered", "words", "number", "yes_no", "reference")
PATHS = {
    "word": r"doc#>>'\{(.*)\}'",
    "reference": r"\(doc#>>'\{(.*)\}'\)::uuid",
    "references": r"ids_at\(doc, '(.*)'\)",
}
REVISION = re.compile(r'^(revision|down_revision) = "(\w+)"', re.MULTILINE)
DRAFT = '''"""{title}."""

{imports}

revision = "gateway_{slug}"
down_revision = "{head}"
branch_labels = None
depends_on = None
{tables}

def upgrade() -> None:
    """Bring the database forward."""
{body}
'''
ROW = re.compile(r'\(\s*"(\w+)"((?:,\s*"\w+")*),?\s*\)')
TABLES = {"SOUGHT": "seek", "NARROW": "cover"}
"""Tables of a migration, each row a kind and columns, and what makes their indexes."""
MAKERS = ("cover", "create_shelf", "find_words", "seek")
NAME = re.compile(r"\w+")


def draft_shelves(kinds: dict[str, Kind], versions: Path, slug: str, today: date) -> Path:
    """Write the migration for what no migration speaks of yet; a person reads it before it is kept."""
    written = _in_order([each.read_text("utf-8") for each in sorted(versions.glob("*.py"))])
    new = [kind for name, kind in kinds.items() if not any(f'"{name}"' in text for text in written)]
    calls = [[spelled(each) for each in kind.columns] for kind in new]
    tables = {"SOUGHT": _sought(kinds, written), "NARROW": _narrow(kinds, written)}
    body = [
        *(_shelf(kind.name, each) for kind, each in zip(new, calls, strict=True)),
        *(f'    find_words("{kind.name}")' for kind in new),
        *(
            f"    for kind, *columns in {name}:\n        {TABLES[name]}(kind, *columns)"
            for name in tables
            if tables[name]
        ),
    ]
    draft = DRAFT.format(
        title=slug.replace("_", " ").capitalize(),
        imports="\n".join(_imports(calls, body)),
        slug=slug,
        head=head_of(written),
        tables="".join(f"\n{name} = (\n{''.join(rows)})\n" for name, rows in tables.items() if rows),
        body="\n".join(body),
    )
    path = versions / f"{today:%Y_%m_%d}_{slug}.py"
    path.write_text(draft, "utf-8")
    return path


def _in_order(written: list[str]) -> list[str]:
    """The migrations as they follow one another."""
    following = {named.get("down_revision"): (named["revision"], text) for named, text in _named(written)}
    ordered, last = [], None
    while last in following:
        last, text = following[last]
        ordered.append(text)
    return ordered


def _named(written: list[str]) -> Iterator[tuple[dict[str, str], str]]:
    return ((dict(REVISION.findall(text)), text) for text in written)


def _sought(kinds: dict[str, Kind], written: list[str]) -> list[str]:
    """Indexes that are declared and that no migration has made."""
    made = set(_said("SOUGHT", written))
    asked = {kind.name: [each.name for each in kind.sought] for kind in kinds.values()}
    missing = {kind: [each for each in names if (kind, each) not in made] for kind, names in asked.items()}
    return [_row(kind, names) for kind, names in missing.items() if names]


def _narrow(kinds: dict[str, Kind], written: list[str]) -> list[str]:
    """Indexes of short values that do not hold what is declared."""
    made: dict[str, list[str]] = {}
    for text in written:
        for kind in dict.fromkeys(kind for kind, _ in _said("NARROW", [text])):
            made[kind] = [name for of, name in _said("NARROW", [text]) if of == kind and name]
    return [_row(kind.name, kind.narrow) for kind in kinds.values() if made.get(kind.name) != list(kind.narrow)]


def _said(table: str, written: list[str]) -> Iterator[tuple[str, str]]:
    """Which kinds and columns stand in the tables of this name."""
    for text in written:
        for block in re.findall(rf"^{table} = \((.*?)^\)", text, re.MULTILINE | re.DOTALL):
            for kind, names in ROW.findall(block):
                yield from ((kind, name) for name in NAME.findall(names) or [""])


def _row(kind: str, names: Sequence[str]) -> str:
    return f"    ({', '.join(repr(each) for each in (kind, *names))}{'' if names else ','}),\n".replace("'", '"')


def _imports(calls: list[list[str]], body: list[str]) -> Iterator[str]:
    if declared := sorted({call.partition("(")[0] for each in calls for call in each}):
        yield f"from korpu_gateway.readmodel.columns import {', '.join(declared)}"
    made = [name for name in MAKERS if any(f"{name}(" in each for each in body)]
    yield f"from korpu_gateway.readmodel.ddl import {', '.join(made)}"


def head_of(written: list[str]) -> str:
    """The revision that no other stands on."""
    named = [each for each, _ in _named(written)]
    [head] = {each["revision"] for each in named} - {each.get("down_revision") for each in named}
    return str(head)


def spelled(column: Column) -> str:
    """The column as a migration declares it, which is frozen there while its type goes on."""
    return next(_spellings(column))


def _spellings(column: Column) -> Iterator[str]:
    for made in PLAIN:
        if getattr(columns, made)(column.name) == column:
            yield f'{made}("{column.name}")'
    for made, pattern in PATHS.items():
        found = re.fullmatch(pattern, column.expression)
        if found and getattr(columns, made)(column.name, found[1]) == column:
            yield f'{made}("{column.name}", "{found[1]}")'
    more = f"indexed={column.indexed}, sought={column.sought}"
    yield f'Column("{column.name}", {column.type!r}, {column.expression!r}, {more})'


def _shelf(name: str, calls: list[str]) -> str:
    return "\n".join([f'    create_shelf("{name}",', *(f"        {each}," for each in calls), "    )"])

"""Drafts the migration that a new kind of thing needs in the gateway's read model, from what its type declares."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from korpu_gateway.readmodel import columns
from korpu_gateway.readmodel.columns import Column
from korpu_gateway.reads.kinds import Kind

PLAIN = ("word", "ordered", "words", "number", "yes_no", "reference")
PATHS = {
    "word": r"doc#>>'\{(.*)\}'",
    "reference": r"\(doc#>>'\{(.*)\}'\)::uuid",
    "references": r"ids_at\(doc, '(.*)'\)",
}
REVISION = re.compile(r'^(revision|down_revision) = "(\w+)"', re.MULTILINE)
DRAFT = '''"""{title}."""

from korpu_gateway.readmodel.columns import {imported}
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_{slug}"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
{shelves}
'''


def draft_shelves(kinds: dict[str, Kind], versions: Path, slug: str, today: date) -> Path:
    """Write the migration for all kinds of which no migration speaks yet; a person reads it before it is kept."""
    written = [each.read_text("utf-8") for each in versions.glob("*.py")]
    new = [kind for name, kind in kinds.items() if not any(f'"{name}"' in text for text in written)]
    calls = [[spelled(each) for each in kind.columns] for kind in new]
    draft = DRAFT.format(
        title=slug.replace("_", " ").capitalize(),
        imported=", ".join(sorted({call.partition("(")[0] for each in calls for call in each})),
        slug=slug,
        head=head_of(written),
        shelves="\n".join(_shelf(kind.name, each) for kind, each in zip(new, calls, strict=True)),
    )
    path = versions / f"{today:%Y_%m_%d}_{slug}.py"
    path.write_text(draft, "utf-8")
    return path


def head_of(written: list[str]) -> str:
    """The revision that no other stands on."""
    named = [dict(REVISION.findall(text)) for text in written]
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
    yield f'Column("{column.name}", {column.type!r}, {column.expression!r}, indexed={column.indexed})'


def _shelf(name: str, calls: list[str]) -> str:
    return "\n".join([f'    create_shelf("{name}",', *(f"        {each}," for each in calls), "    )"])

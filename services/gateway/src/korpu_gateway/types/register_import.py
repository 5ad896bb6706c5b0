"""Imports of old registers as the office sees them; what stands in their rows the owner tells."""

from datetime import date
from typing import Any

from korpu_gateway.readmodel.columns import word
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import OFFICE, everything
from korpu_gateway.types.lists.register_import import RegisterImportFilter, RegisterImportOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.register_import import RegisterImportStatus, RegisterKind


@part
class RegisterColumn:
    """One column of a file, and which field it is."""

    letter: str = at()
    field: str | None = at()


@part
class RowCounts:
    """How many rows have which outcome."""

    would_register: int = at()
    offered: int = at()
    needs_repair: int = at()
    unchanged: int = at()
    registered: int = at()
    joined: int = at()
    dismissed: int = at()
    withdrawn: int = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["file"], "search": (state["file"], state["code"])}


@aggregate(
    topic={
        "partners.imports.v1": ("organisations", "agreements", "letters", "publications", "contacts", "projects"),
        "mobility.imports.v1": ("people", "stays"),
        "events.imports.v1": ("visits",),
    },
    plural="register_imports",
    listed="Imports, by file.",
    readers={OFFICE | {"auditor"}: everything},
    columns=(word("kind"),),
    prepared=_prepared,
    filter=RegisterImportFilter,
    order=RegisterImportOrder,
)
class RegisterImport(Node):
    """One file of an old register on its way in."""

    status: RegisterImportStatus = at()
    kind: RegisterKind = at()
    file: str = at()
    sheets: list[str] = at()
    sheet: str = at()
    encoding: str | None = at()
    head_row: int = at()
    columns: list[RegisterColumn] = at()
    rows: int = at()
    worked: int = at()
    counts: RowCounts = at()
    reason: str | None = at()
    rows_kept_until: date | None = at()

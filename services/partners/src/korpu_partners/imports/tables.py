"""Where imported rows are kept, whatever became of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field
from uuid_utils.compat import uuid7

from korpu_chassis.store import instant, part, parts
from korpu_partners.imports.rows import Problem
from korpu_partners.tables import Table


class ImportedRow(Table, table=True):
    """One row of an old register: what it said, and what became of it."""

    __tablename__ = "imported_row"
    __table_args__ = (Index("imported_row_waiting", "outcome", "id"),)

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    fingerprint: str = Field(unique=True)
    file: str
    row: int
    values: dict[str, str] = part(dict[str, str], nullable=False)
    outcome: str
    problems: tuple[Problem, ...] = parts(Problem)
    offered: tuple[UUID, ...] = parts(UUID)
    organisation_id: UUID | None = None
    subject: str
    at: datetime = instant(nullable=False, default=None)

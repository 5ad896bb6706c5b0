"""Where imports are kept, the files that they came in, and their rows."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field
from uuid_utils.compat import uuid7

from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_partners.house_rules import last_day
from korpu_partners.imports.domain.lifecycle import AT_WORK, ImportStatus
from korpu_partners.imports.parts import Column, Counts, DefaultValue, Remark
from korpu_partners.tables import Table


class RegisterImport(Aggregate, Table, table=True):
    """One file of an old register on its way in."""

    __tablename__ = "register_import"

    kind: str
    file: str
    file_id: UUID
    sheets: tuple[str, ...] = parts(str)
    sheet: str
    since_1904: bool = False
    encoding: str | None = None
    defaults: Annotated[tuple[DefaultValue, ...], Personal] = parts(DefaultValue)
    head_row: int
    columns: tuple[Column, ...] = parts(Column)
    rows: int = 0
    worked: int = 0
    counts: Counts = part(Counts, nullable=False)
    owner: str | None = None
    reason: str | None = None
    partner_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))
    worked_on: date

    @property
    def rows_kept_until(self) -> date | None:
        """The last day on which its rows are kept, unless somebody works with it again."""
        over = {*AT_WORK, ImportStatus.PURGED}
        return None if self.status in over else last_day("register_rows_kept", self.worked_on)


class RegisterPiece(Table, table=True):
    """A piece of a file that was sent."""

    __tablename__ = "register_piece"

    file_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True)
    subject: str
    content: bytes = Field(sa_type=LargeBinary)
    at: datetime = instant(nullable=False, default=None)


class RegisterRow(Table, table=True):
    """One row of a register: what it says, and what becomes of it."""

    __tablename__ = "register_row"
    __table_args__ = (
        Index("register_row_once", "import_id", "row", unique=True),
        Index("register_row_outcome", "import_id", "outcome", "row"),
        Index("register_row_taken", "import_id", "taken", "row"),
        Index("register_row_fingerprint", "fingerprint"),
        Index("register_row_mended_fingerprint", "mended_fingerprint"),
        Index("register_row_thing", "thing_id"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    import_id: UUID
    row: int
    cells: Annotated[dict[str, str], Personal] = part(dict[str, str], nullable=False)
    mended: Annotated[dict[str, str], Personal] = part(dict[str, str], nullable=False)
    fingerprint: str | None = None
    mended_fingerprint: str | None = None
    taken: bool = False
    outcome: str
    remarks: tuple[Remark, ...] = parts(Remark)
    offered: tuple[UUID, ...] = parts(UUID)
    thing_id: UUID | None = None
    made_id: UUID | None = None

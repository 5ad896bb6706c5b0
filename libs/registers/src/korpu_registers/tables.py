"""Where imports are kept, the files that they came in, and their rows: each owner has its own, made from these."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_registers.domain.lifecycle import AT_WORK, ImportStatus
from korpu_registers.parts import Column, Counts, DefaultValue, Remark
from korpu_registers.rules import last_day_of_rows

if TYPE_CHECKING:
    from korpu_registers.register import Register


class RegisterImport(Aggregate):
    """One file of an old register on its way in."""

    tables: ClassVar["Tables"]
    registers: ClassVar["dict[str, Register]"]

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
        return None if self.status in over else last_day_of_rows(self.worked_on)

    @property
    def register(self) -> "Register":
        """What is done with its rows."""
        return self.registers[self.kind]


class RegisterPiece(SQLModel):
    """A piece of a file that was sent."""

    file_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True)
    subject: str
    content: bytes = Field(sa_type=LargeBinary)
    at: datetime = instant(nullable=False, default=None)


class RegisterRow(SQLModel):
    """One row of a register: what it says, and what becomes of it."""

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


@dataclass(frozen=True)
class Tables:
    """The three tables of one owner."""

    imports: type[RegisterImport]
    pieces: type[RegisterPiece]
    rows: type[RegisterRow]

    @classmethod
    def among(cls, table: Any) -> "Tables":
        """The tables among a service's own, whose base is given."""
        once = (
            Index("register_row_once", "import_id", "row", unique=True),
            Index("register_row_outcome", "import_id", "outcome", "row"),
            Index("register_row_taken", "import_id", "taken", "row"),
            Index("register_row_fingerprint", "fingerprint"),
            Index("register_row_mended_fingerprint", "mended_fingerprint"),
            Index("register_row_thing", "thing_id"),
        )
        made = cls(
            imports=_made(RegisterImport, table, "register_import"),
            pieces=_made(RegisterPiece, table, "register_piece"),
            rows=_made(RegisterRow, table, "register_row", __table_args__=once),
        )
        made.imports.tables = made
        return made


def _made(base: type[SQLModel], table: Any, name: str, **more: Any) -> Any:
    """The table of an owner out of what all owners have."""
    said = {"__tablename__": name, "__module__": table.__module__, "__doc__": base.__doc__, **more}
    return cast("Any", type(base))(base.__name__, (base, table), said, table=True)

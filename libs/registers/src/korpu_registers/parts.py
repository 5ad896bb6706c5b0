"""What an import consists of: its columns, and what is wrong or remarkable in a row."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Personal

DayOrder = Literal["day_first", "month_first"]
"""Which of two numbers is the day: the office writes it first, some houses write the month first."""


class Column(Part):
    """One column of the file: where it stands, how it is called there, and which field it is.

    Days in numbers may be read in two ways: the first row that can only be read in one of them proves it, and a
    person may say which it is.
    """

    letter: str
    heading: str = ""
    field: str | None = None
    day_order: DayOrder | None = None
    day_first_row: int | None = None
    month_first_row: int | None = None


class MendedField(Part):
    """A field of rows, as it should have been; empty: nothing stands there."""

    field: Annotated[str, Field(max_length=40)]
    value: Annotated[str, Personal, Field(max_length=4000)]


class DefaultValue(Part):
    """What every row says in a field in which it says nothing itself, as a whole register of incoming letters."""

    field: str
    value: str


class PublicColumn(Part):
    """A column as messages tell it; a heading may be a person's name when the heading was not found."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")

    letter: str
    field: str | None


class Remark(Part):
    """What is wrong or remarkable in one field of a row."""

    field: str
    code: str
    details: dict[str, Any] = {}
    said: str = ""


class Counts(Part):
    """How many rows have which outcome."""

    would_register: int = 0
    offered: int = 0
    needs_repair: int = 0
    unchanged: int = 0
    registered: int = 0
    joined: int = 0
    dismissed: int = 0
    withdrawn: int = 0


class Verdict(Part):
    """What would become of a row, and why."""

    outcome: str
    remarks: tuple[Remark, ...] = ()
    offered: tuple[UUID, ...] = ()
    thing_id: UUID | None = None
    """What it is, when it says nothing that is not known of it."""


Values = Annotated[dict[str, str], Personal]

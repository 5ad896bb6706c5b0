"""The pieces of a stay that are kept in its row."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import AcademicYear, Currency, Money, Text
from korpu_documents.attachments import Attachment
from korpu_mobility.mobilities.domain.lifecycle import Funding, Status
from korpu_mobility.mobilities.domain.papers import StayFileKind

Course = Annotated[Text, Field(max_length=200)]
Courses = Annotated[tuple[Course, ...], Field(max_length=30)]


class Per(StrEnum):
    """What a rate of a grant is paid for."""

    DAY = "day"
    MONTH = "month"
    STAY = "stay"


class GrantRow(Part):
    """What one source pays for a stay; a month is paid as thirty days, by the day."""

    source: Funding
    rate: Money
    per: Per


class GrantAmount(Part):
    """What one source pays for these days, or by how much that is other than before."""

    source: Funding
    amount: Decimal
    currency: Currency


class LedgerUnit(StrEnum):
    """What exchange is counted in: person-months of students, days of staff."""

    PERSON_MONTHS = "person_months"
    STAFF_DAYS = "staff_days"


class Posting(Part):
    """One entry of the reciprocity ledger; partner, condition and direction are those of its stay."""

    on: date
    academic_year: AcademicYear
    unit: LedgerUnit
    amount: Decimal


class Cancellation(Part):
    """Who called a stay off, when, and how it stood before."""

    by: str
    at: datetime
    status: Status
    waiting: int | None = None
    offer_until: date | None = None


class StayFile(Part):
    """A paper of a stay: what it is, and the file."""

    kind: StayFileKind
    file: Attachment

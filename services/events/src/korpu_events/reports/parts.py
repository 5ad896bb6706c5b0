"""What a report is made of: figures that are to be frozen, and those that were."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_documents.attachments import Attachment


class FreezingStatus(StrEnum):
    """How it stands with figures that were asked for."""

    WAITING = "waiting"
    REFUSED = "refused"


class Freezing(Part):
    """Figures that were asked for and have not come."""

    number: int
    as_of: date
    asked_on: date
    reason: Annotated[str | None, Field(description="Why they are computed anew, when they are.")] = None
    status: FreezingStatus = FreezingStatus.WAITING
    problem: Annotated[str | None, Field(description="The code under which they were refused.")] = None
    about: Annotated[tuple[str, ...], Field(description="The indicators that are not known.")] = ()


class FrozenIndicator(Part):
    """An indicator as it was frozen: by which version of its definition, and in how many cells."""

    code: str
    definition_version: int
    cells: int


class Frozen(Part):
    """Figures that never change: as of which day, and by which hash one knows that they are the same."""

    number: int
    as_of: date
    frozen_on: date
    sha256: str
    indicators: tuple[FrozenIndicator, ...]
    reason: Annotated[str | None, Field(description="Why they were computed anew.")] = None
    published_on: date | None = None
    files: Annotated[tuple[Attachment, ...], Field(description="The numbers as open data: CSV and XLSX.")] = ()
    differences: Annotated[int, Field(description="In how many cells they differ from those published before.")] = 0

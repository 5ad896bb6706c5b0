"""Where mobility's papers are kept: what was made of what; names stand in the file alone."""

from uuid import UUID

from sqlmodel import Field

from korpu_documents.papers.personal import PersonalPaperRecord
from korpu_mobility.tables import Table


class MobilityPaper(PersonalPaperRecord, Table, table=True):
    """A document that the office has made of a stay, its learning agreement, a trip, an admission or a selection."""

    __tablename__ = "mobility_paper"

    mobility_id: UUID | None = Field(default=None, index=True)
    learning_agreement_id: UUID | None = None
    trip_id: UUID | None = Field(default=None, index=True)
    admission_id: UUID | None = Field(default=None, index=True)
    selection_id: UUID | None = Field(default=None, index=True)
    person_id: UUID | None = Field(default=None, index=True)
    academic_year: str | None = None
    term: str | None = None
    content_hash: str | None = None

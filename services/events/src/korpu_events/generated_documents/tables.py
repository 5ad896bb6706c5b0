"""Where papers of events are kept: what was made of what; names stand in the file alone."""

from uuid import UUID

from sqlmodel import Field

from korpu_documents.papers.personal import PersonalPaperRecord
from korpu_events.tables import Table


class EventPaper(PersonalPaperRecord, Table, table=True):
    """A document that the office has made of a visit, or for whoever was at an event; its file never changes."""

    __tablename__ = "event_paper"

    visit_id: UUID | None = Field(default=None, index=True)
    event_id: UUID | None = Field(default=None, index=True)
    registration_id: UUID | None = Field(default=None, index=True)
    person_id: UUID | None = Field(default=None, index=True)
    report_id: UUID | None = Field(default=None, index=True)

"""A paper of events as everybody may know it; persons are named in its file alone."""

from typing import Literal
from uuid import UUID

from korpu_documents.papers.personal import PersonalPaperStated


class EventPaperState(PersonalPaperStated):
    """A paper of events as everybody may know it: of which visit or registration, and whom it names by id."""

    template: Literal["visit_invitation", "visit_programme", "visit_briefing", "attendance_certificate", "report"]
    visit_id: UUID | None
    event_id: UUID | None = None
    registration_id: UUID | None = None
    person_id: UUID | None = None
    report_id: UUID | None = None

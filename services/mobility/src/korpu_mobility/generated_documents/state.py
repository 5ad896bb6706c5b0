"""A paper of mobility as everybody may know it; persons are named in its file alone."""

from typing import Literal
from uuid import UUID

from korpu_chassis.validation.codes import AcademicYear, Term
from korpu_documents.papers.personal import PersonalPaperStated


class MobilityPaperState(PersonalPaperStated):
    """A paper of mobility as everybody may know it: of what it was made, and of whom by id."""

    template: Literal[
        "stay_certificate",
        "nomination_list",
        "learning_agreement",
        "trip_order",
        "visa_letter",
        "study_invitation",
        "selection_minutes",
    ]
    mobility_id: UUID | None
    learning_agreement_id: UUID | None
    trip_id: UUID | None
    admission_id: UUID | None
    selection_id: UUID | None
    person_id: UUID | None
    academic_year: AcademicYear | None
    term: Term | None
    content_hash: str | None

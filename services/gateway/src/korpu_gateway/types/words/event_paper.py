"""Words of papers of events."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class EventPaperTemplate(Enum):
    """What a paper of a visit or an event was made from."""

    VISIT_INVITATION = "visit_invitation"
    VISIT_PROGRAMME = "visit_programme"
    VISIT_BRIEFING = "visit_briefing"
    ATTENDANCE_CERTIFICATE = "attendance_certificate"
    REPORT = "report"

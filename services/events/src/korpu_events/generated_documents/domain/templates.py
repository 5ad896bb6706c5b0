"""The templates of events: what a delegation, those who receive it, and whoever was at an event are given."""

from enum import StrEnum
from pathlib import Path

from korpu_documents.papers.editions import Templates

templates = Templates(Path(__file__).parents[1] / "templates")


class EventTemplate(StrEnum):
    """What a paper is made from."""

    VISIT_INVITATION = "visit_invitation"
    VISIT_PROGRAMME = "visit_programme"
    VISIT_BRIEFING = "visit_briefing"
    ATTENDANCE_CERTIFICATE = "attendance_certificate"
    REPORT = "report"

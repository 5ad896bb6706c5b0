"""The templates of mobility: what stays, learning agreements, trips, admissions and selections are printed from."""

from enum import StrEnum
from pathlib import Path

from korpu_documents.papers.editions import Templates

templates = Templates(Path(__file__).parents[1] / "templates")


class MobilityTemplate(StrEnum):
    """What a paper is made from."""

    STAY_CERTIFICATE = "stay_certificate"
    NOMINATION_LIST = "nomination_list"
    LEARNING_AGREEMENT = "learning_agreement"
    TRIP_ORDER = "trip_order"
    VISA_LETTER = "visa_letter"
    STUDY_INVITATION = "study_invitation"
    SELECTION_MINUTES = "selection_minutes"

"""Words of mobility's papers."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class MobilityPaperTemplate(Enum):
    """What a paper of a stay, a trip or an admission was made from."""

    STAY_CERTIFICATE = "stay_certificate"
    NOMINATION_LIST = "nomination_list"
    LEARNING_AGREEMENT = "learning_agreement"
    TRIP_ORDER = "trip_order"
    VISA_LETTER = "visa_letter"
    STUDY_INVITATION = "study_invitation"
    SELECTION_MINUTES = "selection_minutes"

"""The papers of a stay: what they are, and until when more are kept."""

from enum import StrEnum

from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY, Status


class StayFileKind(StrEnum):
    """What a file of a stay is."""

    CONFIRMATION_OF_ARRIVAL = "confirmation_of_arrival"
    CONFIRMATION_OF_STAY = "confirmation_of_stay"
    GRANT_CONTRACT = "grant_contract"
    OTHER = "other"


TAKES_FILES = (*UNDER_WAY, Status.RETURNED, Status.RETURNED_EARLY, Status.RECOGNISED)
"""From the nomination until nothing is left to do."""

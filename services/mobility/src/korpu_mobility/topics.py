"""What people ask the office about: the same words for questions, kept texts and published answers."""

from enum import StrEnum


class Topic(StrEnum):
    """What is asked about."""

    EXCHANGE = "exchange"
    SCHOLARSHIP = "scholarship"
    ADMISSION = "admission"
    VISA_AND_STAY = "visa_and_stay"
    RECOGNITION = "recognition"
    COOPERATION = "cooperation"
    OFFICIAL_TRIP = "official_trip"
    EVENT = "event"
    OTHER = "other"

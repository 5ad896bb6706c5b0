"""What an enquiry is made of."""

from datetime import date, datetime
from typing import Annotated

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Personal
from korpu_mobility.enquiries.domain.lifecycle import Side


class Said(Part):
    """One question or one answer; the words stay at the owner."""

    by: Side
    at: datetime
    text: Annotated[str, Personal]


class AnswerClock(Part):
    """By when the office answers, and by which form of which rule."""

    started: date
    due: date
    since: date
    source: str

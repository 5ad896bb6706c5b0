"""What a proposal is made of."""

from datetime import date

from korpu_chassis.persistence.store import Part


class StepClock(Part):
    """By when the step that is next is taken, and by which form of which rule."""

    started: date
    due: date
    since: date
    source: str

"""What a unit's part of a report is made of."""

from korpu_chassis.persistence.store import Part
from korpu_events.report_templates.interface import Name


class QuestionWords(Part):
    """The words of a question in the languages in which a unit was asked it."""

    az: str | None = None
    en: str | None = None
    ru: str | None = None
    de: str | None = None
    fr: str | None = None


class AskedQuestion(Part):
    """A question as the unit was asked it; the template may word it otherwise since."""

    id: Name
    words: QuestionWords
    required: bool


class Answer(Part):
    """What a unit says to a question."""

    question: Name
    text: str

"""The life of a published answer, and when it is whole."""

from enum import StrEnum

from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.frequent_answers.refusals import AnswerTextMissing
from korpu_mobility.promised_languages import lacking


class AnswerStatus(StrEnum):
    """Where a published answer stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


HIDDEN = (AnswerStatus.DRAFT, AnswerStatus.WITHDRAWN)


def require_promised(question: LocalizedText, answer: LocalizedText) -> None:
    """Question and answer are there in the languages that everybody is promised, and follow their originals."""
    texts = {"question": question, "answer": answer}
    if missing := [f"{name} ({language})" for name, text in texts.items() for language in lacking(text)]:
        raise AnswerTextMissing(missing=", ".join(missing))
